"""Numbers, amounts, dates and names written in the active language. Jinja filters.

Every function takes plain values and returns text. None gives "n. d." (French) or "n/a" (English):
an unknown figure is never written 0. Spaces inside a number are U+202F, the one before a unit is U+00A0.

A list writes hundreds of them and most come back: what depends on the value and the language alone is kept (`KEPT`
per function). The active language is asked for once per call: asking costs as much as writing a short number.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date, format_time
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from markupsafe import Markup

from kameo.core.ui import words
from kameo.core.ui.lettering import avatar_grain, cameo_letter, initials
from kameo.core.ui.words import NBSP

Number = int | float | Decimal
KEPT = 8192
MINUS = "\N{MINUS SIGN}"
LONGEST_DAY = 25 * 3600  # seconds, when the clocks go back


def _current_words() -> words.LanguageWords:
    return _words_of(get_language())


@lru_cache
def _words_of(language: str | None) -> words.LanguageWords:
    return words.LANGUAGES.get((language or "fr").split("-")[0], words.LANGUAGES["en"])


def missing() -> str:
    """What stands for a value nobody knows."""
    return _current_words().missing


def number(value: Number | None, decimals: int = 0) -> str:
    """`1284000` → "1 284 000" (fr), "1,284,000" (en). Halves go up."""
    return missing() if value is None else _format_number(get_language(), value, decimals)


@lru_cache(maxsize=KEPT, typed=True)
def _format_number(language: str | None, value: Number, decimals: int) -> str:
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    group, point = _words_of(language).marks
    whole, _point, cents = f"{abs(exact):,f}".partition(".")
    sign = MINUS if exact < 0 else ""
    return sign + whole.replace(",", group) + (point + cents if cents else "")


def signed(value: Number | None, decimals: int = 0) -> str:
    """`12` → "+12", `-10` → "−10", `0` → "0"."""
    if value is None:
        return missing()
    return ("+" if value > 0 else "") + number(value, decimals)


def percent(value: Number | None, decimals: int = 1) -> str:
    """A percentage already out of a hundred: `18.4` → "18,4 %", `112` → "112 %"."""
    return missing() if value is None else _percent(get_language(), value, decimals)


@lru_cache(maxsize=KEPT, typed=True)
def _percent(language: str | None, value: Number, decimals: int) -> str:
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole = exact == exact.to_integral_value()
    return _words_of(language).percentage.format(_format_number(language, exact, 0 if whole else decimals))


def points(value: Number | None, decimals: int = 1) -> str:
    """A difference between two percentages: `4` → "4,0 pts"."""
    return missing() if value is None else number(value, decimals) + NBSP + _current_words().points


def _with_currency(language: str | None, written: str, currency: str, unit: str = "") -> str:
    sign = MINUS if written.startswith(MINUS) else ""
    return sign + _words_of(language).amount(currency).format(written.removeprefix(MINUS), unit=unit)


def money(value: Number | None, currency: str = "EUR") -> str:
    """`1284000` → "1 284 000 €", `1234.56` → "1 234,56 €" (fr). Cents only when there are some."""
    return missing() if value is None else _money(get_language(), value, currency)


@lru_cache(maxsize=KEPT, typed=True)
def _money(language: str | None, value: Number, currency: str) -> str:
    exact = Decimal(str(value)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    decimals = 0 if exact == exact.to_integral_value() else 2
    return _with_currency(language, _format_number(language, exact, decimals), currency)


def short_money(value: Number | None, currency: str = "EUR") -> str:
    """`325000` → "325 k€", `1250000` → "1,3 M€", `640` → "640 €"."""
    return missing() if value is None else _short_money(get_language(), value, currency)


@lru_cache(maxsize=KEPT, typed=True)
def _short_money(language: str | None, value: Number, currency: str) -> str:
    exact, words = Decimal(str(value)), _words_of(language)
    for scale, unit, floor in (
        (10**9, words.billion, Decimal("999.95E6")),
        (10**6, "M", Decimal("999.5E3")),
        (10**3, "k", Decimal("999.5")),
    ):
        if abs(exact) >= floor:
            scaled = exact / scale
            exact = scaled.quantize(Decimal(1 if unit == "k" else "0.1"), rounding=ROUND_HALF_UP)
            decimals = 0 if exact == exact.to_integral_value() else 1
            return _with_currency(language, _format_number(language, exact, decimals), currency, unit)
    return _money(language, exact.quantize(Decimal(1), rounding=ROUND_HALF_UP), currency)


def _local_day(value: date | datetime) -> date:
    if not isinstance(value, datetime):
        return value
    return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()


def date_long(value: date | datetime | None) -> str:
    """As in "24 novembre 2026" (fr), "24 November 2026" (en)."""
    return missing() if value is None else _written_date(value, "d MMMM y")


def date_short(value: date | datetime | None) -> str:
    """As in "5 nov.", with the year when it is not this one: "5 nov. 2024"."""
    if value is None:
        return missing()
    this_year = _local_day(value).year == timezone.localdate().year
    return _written_date(value, "d MMM" if this_year else "d MMM y")


def date_day(value: date | datetime | None) -> str:
    """With the day of the week, to read aloud: "mardi 24 novembre"."""
    return missing() if value is None else _written_date(value, "EEEE d MMMM")


def month(value: date | datetime | None) -> str:
    """As in "novembre 2026"."""
    return missing() if value is None else _written_date(value, "MMMM y")


def _written_date(value: date | datetime, pattern: str) -> str:
    return _written_day(get_language(), _local_day(value), pattern)


@lru_cache(maxsize=KEPT)
def _written_day(language: str | None, day: date, pattern: str) -> str:
    words = _words_of(language)
    if day.day == 1 and words.first_ordinal:  # "1er novembre": Babel writes "1 novembre"
        pattern = pattern.replace("d ", "d'er' ")
    return str(format_date(day, format=pattern, locale=words.locale))


def clock_time(value: time | datetime | None) -> str:
    """As in "9 h 42", "10 h" (fr), "09:42" (en), in the user's zone."""
    if value is None:
        return missing()
    if isinstance(value, datetime):
        value = (timezone.localtime(value) if timezone.is_aware(value) else value).time()
    if not _current_words().h_time:
        return str(format_time(value, format="short", locale=_current_words().locale))
    return f"{value.hour}{NBSP}h" + (f"{NBSP}{value.minute:02d}" if value.minute else "")


def date_time(value: datetime | None) -> str:
    """As in "5 nov., 9 h 42"."""
    return missing() if value is None else f"{date_short(value)}, {clock_time(value)}"


def relative(value: date | datetime | None, now: datetime | None = None) -> str:
    """How far from now: "il y a 4 jours", "hier", "dans 38 minutes"; days up to 60, then months, then years.

    A date without an hour counts in whole days.
    """
    if value is None:
        return missing()
    moment, language = now or timezone.now(), get_language()
    if isinstance(value, datetime):
        seconds = (value - moment).total_seconds()
        if abs(seconds) < 60:
            return _words_of(language).now
        if abs(seconds) < 3600:
            return _words_of(language).distance("minute", round(seconds / 60))
        if abs(seconds) < LONGEST_DAY and _local_day(value) == _local_day(moment):
            return _words_of(language).distance("hour", round(seconds / 3600))
    return _in_days(language, (_local_day(value) - _local_day(moment)).days)


@lru_cache(maxsize=KEPT)
def _in_days(language: str | None, days: int) -> str:
    words = _words_of(language)
    near = words.near_days.get(days)
    if near is not None:
        return near
    if abs(days) <= 60:
        return words.distance("day", days)
    if abs(days) < 730:
        return words.distance("month", round(days / 30.44))
    return words.distance("year", round(days / 365.25))


def duration(minutes: int | None) -> str:
    """Length in minutes: `38` → "38 min", `190` → "3 h 10", `1680` → "1 j 4 h" (24-hour days)."""
    if minutes is None:
        return missing()
    days, rest = divmod(abs(minutes), 1440)
    hours, mins = divmod(rest, 60)
    if days:
        parts = [f"{days}{NBSP}{_current_words().day_unit}"] + ([f"{hours}{NBSP}h"] if hours else [])
    elif hours:
        parts = [f"{hours}{NBSP}h" + (f"{NBSP}{mins:02d}" if mins else "")]
    else:
        parts = [f"{mins}{NBSP}min"]
    return (MINUS if minutes < 0 else "") + NBSP.join(parts)


def days(value: int | None) -> str:
    """A count of days, short: "34 j" (fr), "34 d" (en)."""
    return missing() if value is None else number(value) + NBSP + _current_words().day_unit


def days_in_words(value: int | None) -> str:
    """A count of days inside a sentence or a title: "45 jours" (fr), "45 days" (en)."""
    if value is None:
        return missing()
    return (ngettext("%(num)s day", "%(num)s days", value) % {"num": number(value)}).replace(" ", NBSP)


def ordinal(value: int, noun: str = "") -> str:
    """As in "1er", "4e trimestre" (fr); "1st", "4th quarter" (en). `noun` is already translated."""
    written = _current_words().ordinal(value)
    return f"{written} {noun}" if noun else written


def quarter(value: date) -> str:
    """Civil quarter: "T4 2026" (fr), "Q4 2026" (en)."""
    return _written_date(value, "QQQ y")


def file_size(size: int | None) -> str:
    """Size in bytes: "12 ko" (fr), "1.4 MB" (en). A thousand, not 1 024."""
    if size is None:
        return missing()
    for scale, prefix in ((10**9, "G"), (10**6, "M"), (10**3, "k")):
        if size >= scale:
            return number(size / scale, 1 if size < 10 * scale else 0) + NBSP + prefix + _current_words().byte
    return number(size) + NBSP + _current_words().byte


def lines(text: str | None) -> Markup:
    """Text somebody typed, its line breaks kept."""
    return Markup("<br>").join((text or "").splitlines())


FILTERS: dict[str, Callable[..., str]] = {
    "money": money,
    "short_money": short_money,
    "number": number,
    "signed": signed,
    "percent": percent,
    "points": points,
    "date_long": date_long,
    "date_short": date_short,
    "date_day": date_day,
    "month": month,
    "time": clock_time,
    "clock_time": clock_time,
    "date_time": date_time,
    "relative": relative,
    "duration": duration,
    "days": days,
    "days_in_words": days_in_words,
    "ordinal": ordinal,
    "quarter": quarter,
    "file_size": file_size,
    "initials": initials,
    "cameo_letter": cameo_letter,
    "avatar_grain": avatar_grain,
    "lines": lines,
}
