"""A strength as four bars and a word: weak, fair, good, strong. The bands are the company's settings (c-10)."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from kameo.core import preferences


def bond_of(strength: Decimal | float | None) -> int | None:
    """1 to 4 bars: fair has two, good three, the upper half of good four. None when unknown, never 0."""
    if strength is None:
        return None
    good, fair = preferences.get("strength.good"), preferences.get("strength.fair")
    if strength >= good:
        return 4 if strength >= (good + 100) / 2 else 3
    return 2 if strength >= fair else 1


def band_of(strength: Decimal | float | None) -> str:
    """The band of c-10: good, fair, poor or unknown. Lower bounds are inclusive (c-0.10)."""
    return {None: "unknown", 1: "poor", 2: "fair", 3: "good", 4: "good"}[bond_of(strength)]


def bond_words(bond: int | None) -> str:
    names = {None: _("relationship not known"), 1: _("weak"), 2: _("fair"), 3: _("good"), 4: _("strong")}
    return names[bond]


def bond_tone(bond: int | None) -> str:
    return {None: "unknown", 1: "bad", 2: "warn", 3: "ok", 4: "ok"}[bond]
