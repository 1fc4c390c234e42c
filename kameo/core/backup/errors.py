class BackupError(Exception):
    """A back-up that could not be written or read; the message says what to do."""
