"""One file that holds an installation: database, documents, secret key. `docs/handbook/backup.md`."""

from kameo.core.backup.errors import BackupError
from kameo.core.backup.restoring import is_empty, restore
from kameo.core.backup.writing import write

__all__ = ["BackupError", "is_empty", "restore", "write"]
