"""The folder of an installation: database, documents, secret key.

`KAMEO_HOME` decides; otherwise `/var/lib/kameo` for root and the user's data folder for anybody else.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def home() -> Path:
    """The installation's folder, created with mode 0755 at its first use."""
    path = Path(os.environ.get("KAMEO_HOME") or _default()).expanduser().resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def _default() -> Path:
    if os.geteuid() == 0:
        return Path("/var/lib/kameo")
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "kameo"


def secret_key() -> str:
    """The key that signs sessions: `KAMEO_SECRET_KEY`, or one drawn once and kept in the home (mode 0600)."""
    if given := os.environ.get("KAMEO_SECRET_KEY"):
        return given
    path = home() / "secret_key"
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(fd, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key
