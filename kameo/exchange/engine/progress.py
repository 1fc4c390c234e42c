"""Progress and cancel live outside the run's transaction: others must see them while it is open."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from kameo.core.importing import CancelledError
from kameo.exchange.engine.run import RunProgress

EVERY = 0.3  # seconds between two writes


@contextmanager
def followed_progress(import_id: int) -> Iterator[RunProgress]:
    """A Progress that writes to `exchange_progress` through a connection of its own, and obeys a cancel."""
    side = connection.copy()
    last = 0.0

    def write(values: str, params: list[Any]) -> None:
        with side.cursor() as cursor:
            cursor.execute(
                f"update exchange_progress set {values} where of_id = %s returning cancel_requested",
                [*params, import_id],
            )
            row = cursor.fetchone()
        if row and row[0]:
            raise CancelledError

    def phase(name: str) -> None:
        write("phase = %s", [name])

    def rows(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY or done >= total:
            last = time.monotonic()
            write("done = %s, total = %s", [done, total])

    try:
        yield RunProgress(phase=phase, rows=rows)
    finally:
        side.close()
