"""A recording made small: one short digest an answer, kept with the tests."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from tests.net.compare import read

KEPT = Path(__file__).with_name("recording.json")
LENGTH = 10


def digests(folder: Path) -> dict[str, dict[str, str]]:
    """By request, then by role; roles with the same answer share one entry."""
    by_request: dict[str, dict[str, list[str]]] = {}
    for name, text in read(folder).items():
        role, request = name.split(" ", 1)
        digest = sha256(text.encode()).hexdigest()[:LENGTH]
        by_request.setdefault(request, {}).setdefault(digest, []).append(role)
    return {
        request: {" ".join(sorted(roles)): digest for digest, roles in sorted(answers.items())}
        for request, answers in sorted(by_request.items())
    }


def write(folder: Path) -> None:
    KEPT.write_text(json.dumps(digests(folder), ensure_ascii=False, indent=0, sort_keys=True) + "\n")
    print(f"{KEPT}: {KEPT.stat().st_size / 1000:.0f} kB")
