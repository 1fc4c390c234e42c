"""The shapes of the demo's decision maps. People bear the portfolio's names, colleagues their first name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Proven:
    """Evidence: `claim` "stance" or "role:user"; a value of its own when it speaks for another than the rating."""

    claim: str
    grade: int
    ago: int
    text: str
    value: str = ""


@dataclass(frozen=True)
class Formerly:
    """What was rated until `ago` days ago, for the map of a past day."""

    ago: int
    influence: int | None
    stance: str


@dataclass(frozen=True)
class RatedPerson:
    """One person on a map: `roles`, `motivations` and `topics` are codes of the lists, separated by spaces."""

    name: str
    roles: str = ""
    influence: int | None = None
    stance: str = ""
    owner: str = ""
    level: int | None = None
    desired: int | None = None
    motivations: str = ""
    topics: str = ""
    note: str = ""
    since: int = 160
    proofs: tuple[Proven, ...] = ()
    once: Formerly | None = None


@dataclass(frozen=True)
class Tied:
    source: str
    kind: str
    target: str
    label: str = ""


@dataclass(frozen=True)
class Newcomer:
    """Somebody whom the portfolio does not name: who they are, where, whom they report to."""

    name: str
    title: str
    account: str
    family: str = ""
    level: str = ""
    reports_to: str = ""
    kind: str = "person"


@dataclass(frozen=True)
class Drawn:
    """A map: the account's own, or one with a name. `reports` says who reports to whom where the portfolio does not;
    `matrix` names functional managers."""

    account: str
    people: tuple[RatedPerson, ...] = ()
    name: str = ""
    expected: int | None = None
    by: str = "Camille"
    newcomers: tuple[Newcomer, ...] = ()
    reports: tuple[tuple[str, str], ...] = ()
    matrix: tuple[tuple[str, str], ...] = ()
    ties: tuple[Tied, ...] = ()
