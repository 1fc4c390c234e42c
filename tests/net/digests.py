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


def changes(kept: dict[str, dict[str, str]], found: dict[str, dict[str, str]]) -> list[str]:
    """The requests whose digests differ, with the roles that see it."""
    before, after = _by_role(kept), _by_role(found)
    roles: dict[str, list[str]] = {}
    for request, role in sorted(before.keys() | after.keys()):
        if before.get((request, role)) != after.get((request, role)):
            roles.setdefault(request, []).append(role)
    return [f"{request} ({', '.join(names)})" for request, names in sorted(roles.items())]


def _by_role(answers: dict[str, dict[str, str]]) -> dict[tuple[str, str], str]:
    return {
        (request, role): digest
        for request, digests_of_roles in answers.items()
        for roles, digest in digests_of_roles.items()
        for role in roles.split()
    }
