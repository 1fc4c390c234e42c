"""Collecting static files, only when one of them changed: compressing them takes seconds."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

import kameo


def collect() -> bool:
    """Bring `STATIC_ROOT` up to date. True when there was something to do."""
    mark = Path(settings.STATIC_ROOT) / ".collected"
    wanted = _fingerprint()
    if mark.exists() and mark.read_text() == wanted:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    mark.write_text(wanted)
    return True


def is_collected() -> bool:
    """Whether pages have their style: what `collect` left is there."""
    return (Path(settings.STATIC_ROOT) / ".collected").exists()


def _fingerprint() -> str:
    seen = hashlib.sha256(kameo.__file__.encode() + settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            seen.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()
