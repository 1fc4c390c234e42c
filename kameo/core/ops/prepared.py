"""The folder of what takes long to make and is the same in each new home of a test or a demo: schema, static files.

Only a folder named by `KAMEO_PREPARED` is used, so that a home that people work with makes its own. What another user
may have written in it is passed over.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

VARIABLE = "KAMEO_PREPARED"
KEPT = 20  # of each kind: a change of a migration or of a style sheet makes a new one
OTHERS_MAY_WRITE = 0o022


def usual_folder() -> Path:
    """Where the test runs of this user prepare; RuntimeError for a user without a home."""
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "kameo" / "prepared"


def folder() -> Path | None:
    """The folder, made if need be; none when it is not asked for, or when somebody else may write in it."""
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    path = Path(named)
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return path if is_ours(path.lstat()) and os.access(path, os.W_OK) else None
    except OSError:
        return None


def is_ours(state: os.stat_result) -> bool:
    """Whether nobody else wrote or may write it."""
    return state.st_uid == os.geteuid() and not state.st_mode & OTHERS_MAY_WRITE


def forget_old(place: Path, pattern: str) -> None:
    """Keep the files or folders that were used last."""
    with contextlib.suppress(OSError):
        for old in sorted(place.glob(pattern), key=lambda path: path.lstat().st_mtime, reverse=True)[KEPT:]:
            if old.is_dir():
                shutil.rmtree(old, ignore_errors=True)
            else:
                old.unlink(missing_ok=True)
