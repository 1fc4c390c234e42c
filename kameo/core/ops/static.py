"""Collecting static files, only when one of them changed: compressing them takes seven seconds."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

import kameo
from kameo.core.ops import prepared


def collect() -> bool:
    """Bring `STATIC_ROOT` up to date. True when there was something to do."""
    mark = Path(settings.STATIC_ROOT) / ".collected"
    wanted = _fingerprint()
    if mark.exists() and mark.read_text() == wanted:
        return False
    folder = prepared.folder()
    kept = folder / f"static-{wanted}" if folder else None
    if not (kept and _copy_from(kept)):
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        if kept:
            _copy_to(kept)
    mark.write_text(wanted)
    return True


def _copy_from(kept: Path) -> bool:
    """Whether these very files were collected before, and are here now."""
    if not (kept.is_dir() and prepared.is_ours(kept.lstat())):
        return False
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    shutil.copytree(kept, settings.STATIC_ROOT)
    os.utime(kept)
    return True


def _copy_to(kept: Path) -> None:
    """Complete or absent: under another name first, which the first of two processes turns into the right one."""
    part = kept.with_name(f"part-{os.getpid()}")
    with contextlib.suppress(OSError):
        shutil.copytree(settings.STATIC_ROOT, part)
        part.rename(kept)
        os.utime(kept)
        prepared.forget_old(kept.parent, "static-*")
    shutil.rmtree(part, ignore_errors=True)


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
