"""The five positions stored, and the seeds' three that everything computed reads (R59, c-11)."""

from __future__ import annotations

from kameo.decisions.enums import Stance

FOR_US = frozenset({Stance.CHAMPION.value, Stance.SUPPORTER.value})
AGAINST_US = frozenset({Stance.SCEPTIC.value, Stance.OPPONENT.value})
_SIGNS = {Stance.CHAMPION.value: 1, Stance.NEUTRAL.value: 0, Stance.OPPONENT.value: -1}


def of_three(stance: str) -> str:
    """champion, neutral or opponent; "" while nobody said.

    A supporter counts with the champions and a sceptic with the opponents: which side somebody leans to is what
    the seeds' scale keeps, how far is what the five levels add.
    """
    if stance in FOR_US:
        return Stance.CHAMPION.value
    if stance in AGAINST_US:
        return Stance.OPPONENT.value
    return stance


def sign(stance: str) -> int | None:
    """+1, 0 or −1 of the support balance (c-11); None while nobody said."""
    return _SIGNS.get(of_three(stance))
