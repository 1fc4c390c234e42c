"""The PostgreSQL that comes with Kameo: made, started, shared, stopped, and alive again after the worst."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kameo.core import embedded_postgres
from kameo.core.embedded_postgres import PostgresError, address, running

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """One installation for the tests of this module: making a cluster takes a second."""
    with open_folder("kameo-pg-") as folder:
        yield folder
        embedded_postgres.stop(folder)


@contextlib.contextmanager
def open_folder(prefix: str) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def ask(home: Path, query: str) -> object:
    with psycopg.connect(address(home).url) as connection:
        row = connection.execute(query).fetchone()
    return row[0] if row else None


def postmaster(home: Path) -> int | None:
    with contextlib.suppress(FileNotFoundError):
        return int((home / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])
    return None


def gone(pid: int) -> bool:
    for _ in range(100):
        if not embedded_postgres._is_alive(pid):
            return True
        time.sleep(0.05)
    return False


HOLD = """
import sys, time
from pathlib import Path
from kameo.core.embedded_postgres import running
with running(Path(sys.argv[1])):
    print("up", flush=True)
    sys.stdin.readline()
"""


@contextlib.contextmanager
def another_process(home: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the server until its standard input is closed."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        try:
            yield process
        finally:
            process.kill()


def test_first_use_makes_a_utf8_database_with_the_extensions_at_hand(home: Path) -> None:
    with running(home) as where:
        assert where == address(home)
        assert ask(home, "select current_database() || ' ' || current_user") == "kameo kameo"
        assert ask(home, "show server_encoding") == "UTF8"
        assert ask(home, "show listen_addresses") == ""
        assert ask(home, "select count(*) from pg_available_extensions where name in ('pg_trgm', 'unaccent')") == 2
    assert (home / "postgres").stat().st_mode & 0o777 == 0o700


def test_last_to_leave_stops_it(home: Path) -> None:
    with running(home):
        pid = postmaster(home)
        assert pid is not None
        with another_process(home) as other:
            assert postmaster(home) == pid
            assert other.stdin is not None
            other.stdin.close()
            other.wait()
        assert ask(home, "select 1") == 1
        with running(home):
            pass
        assert ask(home, "select 2") == 2
    assert gone(pid)
    assert list((home / "handles").iterdir()) == []


@pytest.mark.crash
def test_processes_killed_without_a_word_do_not_keep_it_up(home: Path, rounds: range) -> None:
    with running(home):
        pid = postmaster(home)
        assert pid is not None
        for turn in rounds:
            with another_process(home) as other:
                other.kill()
                other.wait()
            assert len(list((home / "handles").iterdir())) == 2 + turn
    assert gone(pid)
    assert list((home / "handles").iterdir()) == []


@pytest.mark.crash
def test_committed_rows_survive_a_killed_server(home: Path, rounds: range) -> None:
    with running(home):
        with psycopg.connect(address(home).url, autocommit=True) as connection:
            connection.execute("drop table if exists kept")
            connection.execute("create table kept (turn int)")
        for turn in rounds:
            with psycopg.connect(address(home).url, autocommit=True) as connection:
                connection.execute("insert into kept values (%s)", [turn])
            pid = postmaster(home)
            assert pid is not None
            os.kill(pid, signal.SIGKILL)
            assert gone(pid)
            for _ in range(50):  # its own children take a moment to notice
                with contextlib.suppress(PostgresError):
                    assert embedded_postgres.revive(home)
                    break
                time.sleep(0.1)
            assert ask(home, "select array_agg(turn order by turn) from kept") == list(rounds)[: turn + 1]
            assert not embedded_postgres.revive(home)


def test_stale_pid_of_another_program_is_no_obstacle(home: Path) -> None:
    """After a power cut the file names a process that may be anybody's."""
    with running(home):
        kept = (home / "postgres" / "postmaster.pid").read_text()
    sleeper = subprocess.Popen(["sleep", "60"])
    try:
        (home / "postgres" / "postmaster.pid").write_text(kept.replace(kept.split("\n", 1)[0], str(sleeper.pid), 1))
        with running(home):
            assert ask(home, "select 1") == 1
    finally:
        sleeper.kill()
        sleeper.wait()


def test_long_path_moves_the_socket() -> None:
    with open_folder("kameo-pg-") as folder:
        home = folder / ("a-long-name-" * 10)
        home.mkdir()
        assert address(home).socket_dir.parent == Path(tempfile.gettempdir())
        assert len(str(address(home).socket_dir / ".s.PGSQL.5432")) < 107
        with running(home):
            assert ask(home, "select 1") == 1
        shutil.rmtree(address(home).socket_dir, ignore_errors=True)


def test_two_homes_have_two_servers(home: Path) -> None:
    assert address(home) == address(home)
    assert address(home) != address(home / "other")


def test_given_binaries_are_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMEO_POSTGRES_BIN", "/nonexistent")
    assert embedded_postgres.binaries(home) == Path("/nonexistent")
    with pytest.raises((PostgresError, OSError)), running(home):
        pass
    monkeypatch.delenv("KAMEO_POSTGRES_BIN")
    monkeypatch.setenv("KAMEO_POSTGRES_BIN", str(embedded_postgres.binaries(home)))
    with running(home):
        assert ask(home, "select 1") == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_ordinary_user_needs_nobody_s_help() -> None:
    user = pwd.getpwnam("nobody")
    with open_folder("kameo-pg-") as folder:
        os.chown(folder, user.pw_uid, user.pw_gid)
        command = [sys.executable, "-c", textwrap.dedent(HOLD), str(folder)]
        if not all(step.stat().st_mode & 0o001 for step in Path(sys.executable).resolve().parents):
            pytest.skip("this Python lives in a folder that only root may enter")
        done = subprocess.run(
            command,
            input="\n",
            capture_output=True,
            text=True,
            cwd=ROOT,
            user=user.pw_uid,
            group=user.pw_gid,
            extra_groups=[],
            check=False,
        )
        assert (done.stdout, done.returncode) == ("up\n", 0), done.stderr
        assert (folder / "postgres").stat().st_uid == user.pw_uid
        assert postmaster(folder) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has the server run as somebody else")
def test_root_is_told_which_folder_is_closed() -> None:
    with open_folder("kameo-pg-") as folder:
        folder.chmod(0o700)
        home = folder / "home"
        home.mkdir()
        with pytest.raises(PostgresError, match=f"chmod o\\+x {folder}"), running(home):
            pass
