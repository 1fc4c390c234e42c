"""Examining an installation: each finding says ok, warn or bad, and what to do. Apps below add nothing here."""

from __future__ import annotations

import os
import platform
import shutil
import smtplib
import stat
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import Error, connection

from kameo.core import mail
from kameo.core.jobs import state
from kameo.core.ops import schema, static

OLDEST_POSTGRES = 15
GIGABYTE = 1_000_000_000
LOW_DISK, NO_DISK = 2 * GIGABYTE, GIGABYTE // 2
SAME_TIME = 5.0  # seconds that the database's clock may be away from ours


@dataclass(frozen=True)
class Finding:
    """One line of the report; `remedy` is empty when there is nothing to do."""

    name: str
    level: str
    text: str
    remedy: str = ""

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


def examine() -> list[Finding]:
    """Every check, in order. Those that need the database are left out when it does not answer."""
    findings = [*_version(), *_home(), *_disk()]
    database = list(_database())
    findings += database
    if all(finding.level != "bad" for finding in database):
        findings += [found for check in (_migrations, _worker, _jobs, _clock) for found in check()]
    return findings + [found for check in (_static, _documents, _mail, _exposure) for found in check()]


def _version() -> Iterator[Finding]:
    yield Finding("version", "ok", f"Kameo {version('kameo')}, Python {platform.python_version()}")


def _home() -> Iterator[Finding]:
    home: Path = settings.KAMEO_HOME
    if not os.access(home, os.W_OK):
        yield Finding("home", "bad", f"{home} cannot be written", f"chown it to whoever runs Kameo: {home}")
        return
    yield Finding("home", "ok", str(home))
    key = home / "secret_key"
    if key.exists() and key.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield Finding("secret key", "bad", f"{key} can be read by others", f"chmod 600 {key}")


def _disk() -> Iterator[Finding]:
    free = shutil.disk_usage(settings.KAMEO_HOME).free
    text = f"{free / GIGABYTE:.1f} GB free under {settings.KAMEO_HOME}"
    if free < NO_DISK:
        yield Finding("disk", "bad", text, "Free some space now: the database stops when there is none.")
    elif free < LOW_DISK:
        yield Finding("disk", "warn", text, "Free some space, or move KAMEO_HOME to a larger disk.")
    else:
        yield Finding("disk", "ok", text)


def _database() -> Iterator[Finding]:
    kind = "embedded" if settings.EMBEDDED_DATABASE else "at KAMEO_DATABASE_URL"
    try:
        with connection.cursor() as cursor:
            cursor.execute("select pg_database_size(current_database())")
            size = cursor.fetchone()[0]
    except Error as error:
        yield Finding("database", "bad", f"does not answer: {str(error).strip()}", _database_remedy())
        return
    server = connection.pg_version // 10000  # type: ignore[attr-defined]
    text = f"PostgreSQL {server} {kind}, {size / 1_000_000:.0f} MB"
    if server < OLDEST_POSTGRES:
        yield Finding("database", "bad", text, f"Kameo needs PostgreSQL {OLDEST_POSTGRES} or newer.")
    else:
        yield Finding("database", "ok", text)


def _database_remedy() -> str:
    if settings.EMBEDDED_DATABASE:
        return f"Read {settings.KAMEO_HOME / 'postgres.log'}."
    return "Check the address and the password in KAMEO_DATABASE_URL, and that the server runs."


def _migrations() -> Iterator[Finding]:
    try:
        schema.refuse_unknown_database()
    except schema.UnknownStepsError as error:
        yield Finding("migrations", "bad", str(error), "Choose another KAMEO_HOME, or the version that made this one.")
        return
    waiting = schema.waiting()
    if waiting:
        yield Finding("migrations", "bad", f"{len(waiting)} steps are waiting", "Run: kameo migrate")
    else:
        yield Finding("migrations", "ok", "the database is at this version")


def _worker() -> Iterator[Finding]:
    if not schema.is_current():
        return
    alive = state.read().workers
    if alive:
        yield Finding("worker", "ok", f"{alive} alive")
    else:
        yield Finding(
            "worker", "warn", "no worker gives a sign of life", "Run: kameo serve (or kameo worker beside kameo web)"
        )


def _jobs() -> Iterator[Finding]:
    if not schema.is_current():
        return
    jobs = state.read()
    text = f"{jobs.waiting} waiting, {jobs.running} running, {jobs.failed} failed"
    if jobs.late or jobs.stalled:
        text = f"{text}, {jobs.late} late, {jobs.stalled} without their worker"
        remedy = "A worker takes them up again within a minute. If it does not, read its log."
        yield Finding("jobs", "warn" if jobs.workers else "bad", text, remedy if jobs.workers else "Run: kameo serve")
    elif jobs.failed:
        yield Finding("jobs", "warn", text, "The worker's log says why; failed jobs are kept for 30 days.")
    else:
        yield Finding("jobs", "ok", text)


def _clock() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("select extract(epoch from clock_timestamp())")
        apart = abs(float(cursor.fetchone()[0]) - time.time())
    built = Path(__file__).stat().st_mtime
    if apart > SAME_TIME:
        yield Finding("clock", "bad", f"{apart:.0f} s away from the database's", "Set both machines' clocks by NTP.")
    elif time.time() < built - 86_400:
        yield Finding("clock", "bad", "this machine's clock is before Kameo was installed", "Set it by NTP.")
    else:
        yield Finding("clock", "ok", time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime()))


def _static() -> Iterator[Finding]:
    source = Path(settings.STATICFILES_DIRS[0])
    if not (source / "vendor").is_dir() or not (source / "dist").is_dir():
        yield Finding("static files", "bad", f"{source}/vendor or {source}/dist is missing", "Run: make setup")
    elif not static.is_collected():
        yield Finding("static files", "warn", "not collected yet", "kameo serve does it at its start.")
    else:
        yield Finding("static files", "ok", "collected")


def _documents() -> Iterator[Finding]:
    where = settings.DOCUMENTS_URL or str(settings.MEDIA_ROOT)
    try:
        default_storage.exists("doctor")
    except Exception as error:
        yield Finding("documents", "bad", f"{where}: {error}", "Check KAMEO_DOCUMENTS_URL and its credentials.")
    else:
        yield Finding("documents", "ok", where)


def _mail() -> Iterator[Finding]:
    if not mail.is_configured():
        yield Finding("mail", "warn", "no mail server: nothing is sent", "Set KAMEO_SMTP_URL.")
        return
    try:
        server = mail.ConfiguredBackend()
        server.timeout = 5
        server.open()
        server.close()
    except (OSError, smtplib.SMTPException) as error:
        yield Finding("mail", "bad", f"the mail server refuses: {error}", "Check KAMEO_SMTP_URL.")
    else:
        yield Finding("mail", "ok", f"{server.host}:{server.port} answers")


def _exposure() -> Iterator[Finding]:
    local = {"localhost", "127.0.0.1", "[::1]"}
    if settings.DEBUG:
        yield Finding("exposure", "bad", "KAMEO_DEBUG is on: errors show their details", "Unset KAMEO_DEBUG.")
    elif not settings.TLS and set(settings.ALLOWED_HOSTS) - local:
        remedy = "Put it behind TLS, then set KAMEO_TLS=1 (and KAMEO_BEHIND_PROXY=1)."
        yield Finding("exposure", "warn", "other machines reach it without TLS", remedy)
    else:
        yield Finding("exposure", "ok", "TLS" if settings.TLS else "this machine only")
