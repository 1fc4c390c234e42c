"""The settings every installation answers at its first run: `kameo configure KEY VALUE`, or the first screens."""

from __future__ import annotations

import zoneinfo

from babel import Locale
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kameo.core import company, preferences

GROUP = "company"


def currencies() -> list[tuple[str, str]]:
    """ISO 4217 codes with their French names, the usual ones first."""
    names: dict[str, str] = {str(code): str(name) for code, name in Locale("fr").currencies.items()}
    usual = ["EUR", "USD", "GBP", "CHF", "CAD", "MAD", "XOF"]
    codes = usual + sorted(code for code in names if code not in usual and len(code) == 3)
    return [(code, f"{code} · {names[code]}") for code in codes if code in names]


def time_zones() -> list[tuple[str, str]]:
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC")
    return [(name, name.replace("_", " ")) for name in names]


def months() -> list[tuple[str, str]]:
    return [(str(number), str(number)) for number in range(1, 13)]


preferences.define_group(GROUP, _("Company"), icon="building", order=1)
preferences.define("company", "text", "", _("Company name"), group=GROUP, order=1)
preferences.define(
    "currency",
    "choice",
    "EUR",
    _("Reporting currency"),
    group=GROUP,
    order=2,
    choices=currencies,
    help=_("Every roll-up is in this currency; originals are kept."),
)
preferences.define(
    "fiscal_year_start", "integer", 1, _("First month of the fiscal year"), group=GROUP, order=3, minimum=1, maximum=12
)
preferences.define(
    "language", "choice", "fr", _("Language"), group=GROUP, order=4, choices=lambda: list(settings.LANGUAGES)
)
preferences.define("time_zone", "choice", "Europe/Paris", _("Time zone"), group=GROUP, order=5, choices=time_zones)
company.provide_zone.fill(lambda: str(preferences.get("time_zone")))
company.provide_language.fill(lambda: str(preferences.get("language")))
