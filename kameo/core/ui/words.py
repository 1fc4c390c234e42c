"""How each language writes: Babel knows it (CLDR); by hand, the words that it lacks or says otherwise than we do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache

from babel import Locale
from babel.dates import TIMEDELTA_UNITS, format_timedelta
from babel.numbers import get_currency_symbol

NBSP = "\N{NO-BREAK SPACE}"
SECONDS = dict(TIMEDELTA_UNITS)


@dataclass(frozen=True, eq=False)
class LanguageWords:
    name: str
    missing: str
    billion: str
    first_ordinal: bool
    h_time: bool
    now: str
    near_days: Mapping[int, str]
    day_unit: str
    byte: str
    ordinal: Callable[[int], str]
    points: str = "pts"

    @cached_property
    def locale(self) -> Locale:
        return Locale.parse(self.name)

    @cached_property
    def marks(self) -> tuple[str, str]:
        """Between thousands, and before decimals."""
        symbols = self.locale.number_symbols["latn"]
        return symbols["group"], symbols["decimal"]

    @cached_property
    def percentage(self) -> str:
        """Where the number `{}` stands."""
        return str(self.locale.percent_formats[None].pattern).replace("#,##0", "{}")

    @lru_cache  # noqa: B019 - the two languages never go
    def amount(self, currency: str) -> str:
        """Where the number `{}` and the unit `{unit}` (thousands, millions) stand."""
        pattern = str(self.locale.currency_formats["standard"].pattern).replace("#,##0.00", "{}")
        pattern = pattern.replace("¤", "{unit}¤") if pattern.endswith("¤") else pattern + "{unit}"
        return pattern.replace("¤", get_currency_symbol(currency, locale=self.locale))

    @lru_cache(maxsize=1024)  # noqa: B019 - as above
    def distance(self, unit: str, amount: int) -> str:
        """A signed distance in time, at least one: negative is past."""
        span = timedelta(seconds=SECONDS[unit] * (amount or 1))
        said = format_timedelta(span, unit, threshold=10**9, add_direction=True, locale=self.locale)  # type: ignore[arg-type]
        size = str(max(1, abs(amount)))
        return said.replace(f"{size} ", size + NBSP)


def _ordinal_en(value: int) -> str:
    if value % 100 in {11, 12, 13}:
        return f"{value}th"
    return f"{value}{({1: 'st', 2: 'nd', 3: 'rd'}).get(value % 10, 'th')}"


FRENCH = LanguageWords(
    name="fr",
    missing=f"n.{NBSP}d.",
    billion="Md",
    first_ordinal=True,
    h_time=True,
    now="à l’instant",
    near_days={0: "aujourd’hui", -1: "hier", 1: "demain"},
    day_unit="j",
    byte="o",
    ordinal=lambda value: "1er" if value == 1 else f"{value}e",
)
ENGLISH = LanguageWords(
    name="en_GB",
    missing="n/a",
    billion="bn",
    first_ordinal=False,
    h_time=False,
    now="just now",
    near_days={0: "today", -1: "yesterday", 1: "tomorrow"},
    day_unit="d",
    byte="B",
    ordinal=_ordinal_en,
)
LANGUAGES: Mapping[str, LanguageWords] = {"fr": FRENCH, "en": ENGLISH}
