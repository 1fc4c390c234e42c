"""Every test runs on a real PostgreSQL: the embedded one, in a home of its own, or `KAMEO_DATABASE_URL`."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if sys.dont_write_bytecode:
    # Images of containers ask Python to keep no bytecode beside the sources. A run starts a hundred processes, each of
    # which would compile all of us for 3 seconds: the user's cache keeps it.
    sys.dont_write_bytecode, os.environ["PYTHONDONTWRITEBYTECODE"] = False, ""
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = os.path.expanduser("~/.cache/kameo/bytecode")

os.environ["KAMEO_TESTING"] = "1"
os.environ.setdefault("KAMEO_JSON_LOGS", "0")
GIVEN = "KAMEO_TEST_HOME" in os.environ
if not GIVEN:
    # One server for all workers of a run: the xdist controller chooses the folder, its workers inherit it.
    os.environ["KAMEO_TEST_HOME"] = tempfile.mkdtemp(prefix="kameo-test-")
    Path(os.environ["KAMEO_TEST_HOME"]).chmod(0o755)
os.environ["KAMEO_HOME"] = os.environ["KAMEO_TEST_HOME"]
(Path(os.environ["KAMEO_HOME"]) / "static").mkdir(exist_ok=True)  # WhiteNoise warns of a missing folder

import pytest  # noqa: E402

from kameo.core import embedded_postgres  # noqa: E402
from kameo.core.ops import prepared  # noqa: E402

# Inherited by the workers and by every `kameo` that a test starts.
os.environ.setdefault("KAMEO_FSYNC", "0")
with contextlib.suppress(RuntimeError):
    os.environ.setdefault(prepared.VARIABLE, str(prepared.usual_folder()))

LONG_ID = 20  # bytes


@pytest.fixture(scope="session", autouse=True)
def _database_server() -> Iterator[None]:
    """Holds the embedded server up for the whole run."""
    if os.environ.get("KAMEO_DATABASE_URL"):
        yield
        return
    with embedded_postgres.running(Path(os.environ["KAMEO_HOME"])):
        yield


def pytest_unconfigure() -> None:
    """The process that chose the folder of the run removes it: 80 MB a run."""
    if not GIVEN:
        shutil.rmtree(os.environ["KAMEO_TEST_HOME"], ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """A password is hashed in no time: scrypt takes a twentieth of a second each, by design."""
    from django.test import override_settings

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def _forget_preferences() -> Iterator[None]:
    """A test's settings are rolled back with its transaction; the process's copy must follow."""
    from kameo.core import preferences
    from kameo.core.customfields import reading

    preferences.forget()
    reading.start_empty()
    yield
    preferences.forget()


def pytest_collection() -> None:
    """What is collected may ask a list for its columns before there is a database."""
    from kameo.core.customfields import reading

    reading.start_empty()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file made by a test is called by its argument: an archive holds its hour, and workers would collect others."""
    return argname if isinstance(val, bytes) and len(val) > LONG_ID else None
