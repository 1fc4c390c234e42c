"""Processor time of whole servers: every process of PostgreSQL, parallel workers included, and those of a site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

TICK = 1 / os.sysconf("SC_CLK_TCK")


def database_seconds() -> float:
    """What all processes of the server that Django talks to have used so far; 0 where /proc does not say.

    Those that ended (parallel workers) are in their parent's account, in ticks of 10 ms: read it around many requests.
    """
    try:
        backend = connection.connection.info.backend_pid
        return tree_seconds(int(_stat(backend)[1]))
    except (OSError, ValueError, AttributeError, IndexError):
        return 0.0


def tree_seconds(pid: int) -> float:
    """A process, its living children and theirs, and what those that ended had used."""
    try:
        ended = sum(int(ticks) for ticks in _stat(pid)[13:15]) * TICK
        return ended + _own_seconds(pid) + sum(tree_seconds(child) for child in _children(pid))
    except (FileNotFoundError, ProcessLookupError):  # ended meanwhile: its parent's account has it now
        return 0.0


def _own_seconds(pid: int) -> float:
    """Of all its threads, in nanoseconds there."""
    seconds = 0.0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        try:
            seconds += int((thread / "schedstat").read_text().split()[0]) / 1e9
        except FileNotFoundError:  # ended meanwhile
            continue
    return seconds


def _children(pid: int) -> Iterator[int]:
    for thread in Path(f"/proc/{pid}/task").iterdir():
        yield from map(int, (thread / "children").read_text().split())


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat from the third on (a name may hold blanks): state, parent, …"""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
