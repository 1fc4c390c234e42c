"""The words of each language that Babel lacks: our units, our way of saying the hour and the distance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageWords:
    """Conventions of one language. `units` gives singular and plural of each unit of time."""

    locale: str
    missing: str
    group: str
    decimal: str
    before_percent: str
    points: str
    billion: str
    dot_zero: str
    symbol_first: bool
    first_ordinal: bool
    h_time: bool
    now: str
    near_days: Mapping[int, str]
    units: Mapping[str, tuple[str, str]]
    past: str
    future: str
    day_unit: str
    quarter: str
    byte: str
    ordinal: Callable[[int], str]

    def distance(self, unit: str, amount: int) -> str:
        """A signed distance in time: negative is past."""
        size = max(1, abs(amount))
        noun = self.units[unit][0 if size == 1 else 1]
        return (self.past if amount < 0 else self.future).format(f"{size}\N{NO-BREAK SPACE}{noun}")


def _ordinal_en(value: int) -> str:
    if value % 100 in {11, 12, 13}:
        return f"{value}th"
    return f"{value}{({1: 'st', 2: 'nd', 3: 'rd'}).get(value % 10, 'th')}"


FRENCH = LanguageWords(
    locale="fr",
    missing="n.\N{NO-BREAK SPACE}d.",
    group="\N{NARROW NO-BREAK SPACE}",
    decimal=",",
    before_percent="\N{NO-BREAK SPACE}",
    points="pts",
    billion="Md",
    dot_zero=",0",
    symbol_first=False,
    first_ordinal=True,
    h_time=True,
    now="à l’instant",
    near_days={0: "aujourd’hui", -1: "hier", 1: "demain"},
    units={
        "minute": ("minute", "minutes"),
        "hour": ("heure", "heures"),
        "day": ("jour", "jours"),
        "month": ("mois", "mois"),
        "year": ("an", "ans"),
    },
    past="il y a {}",
    future="dans {}",
    day_unit="j",
    quarter="T",
    byte="o",
    ordinal=lambda value: "1er" if value == 1 else f"{value}e",
)

ENGLISH = LanguageWords(
    locale="en_GB",
    missing="n/a",
    group=",",
    decimal=".",
    before_percent="",
    points="pts",
    billion="bn",
    dot_zero=".0",
    symbol_first=True,
    first_ordinal=False,
    h_time=False,
    now="just now",
    near_days={0: "today", -1: "yesterday", 1: "tomorrow"},
    units={
        "minute": ("minute", "minutes"),
        "hour": ("hour", "hours"),
        "day": ("day", "days"),
        "month": ("month", "months"),
        "year": ("year", "years"),
    },
    past="{} ago",
    future="in {}",
    day_unit="d",
    quarter="Q",
    byte="B",
    ordinal=_ordinal_en,
)

LANGUAGES: Mapping[str, LanguageWords] = {"fr": FRENCH, "en": ENGLISH}
