"""The words of the figures of a map: their definition, why one is not known, the meaning of a status."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kameo.contacts.enums import Family, Seniority
from kameo.core.ui import formats
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.shapes import Figure

REASONS: dict[str, Any] = {
    "no_map": gettext_lazy("Nobody was put on the decision map yet"),
    "nobody": gettext_lazy("The map holds roles to identify or people who left, nobody else"),
    "no_strength": gettext_lazy("No exchange with any of them is known"),
    "no_influence": gettext_lazy("Nobody's influence is rated"),
    "no_stance": gettext_lazy("Nobody's position and influence are rated"),
    "no_opponent": gettext_lazy("Nobody is known to be against us"),
    "no_touch": gettext_lazy("No exchange over 12 months"),
    "no_place": gettext_lazy("The company requires no role"),
}
STATUSES: dict[int, Any] = {
    0: gettext_lazy("Empty"),
    1: gettext_lazy("No key person known"),
    2: gettext_lazy("Key people, none for us"),
    3: gettext_lazy("A key person is for us"),
    4: gettext_lazy("A decision-maker is for us"),
}
STATUS_TONES = {0: "mute", 1: "bad", 2: "warn", 3: "info", 4: "ok"}
LEVELS: dict[str, Any] = {**{one.value: one.label for one in Seniority}, "": gettext_lazy("Level not told")}
FAMILIES: dict[str, Any] = {**{one.value: one.label for one in Family}, "": gettext_lazy("Function not told")}
DEFINITIONS: dict[str, Any] = {
    "relationship": gettext_lazy(
        "Strength of each relationship weighed by influence. A required role that nobody holds counts as 0; somebody "
        "we were never in contact with is unknown and left out."
    ),
    "opposition": gettext_lazy("The same mean, over sceptics and opponents alone: knowing them well is good coverage."),
    "support": gettext_lazy(
        "Positions weighed by influence: champions and supporters +1, neutral 0, sceptics and opponents −1."
    ),
    "roles": gettext_lazy(
        "Required roles held by somebody with whom both sides spoke within %(days)s, out of all required roles."
    ),
    "completeness": gettext_lazy(
        "People of the map who hold a position today, out of those expected. External influencers count, roles to "
        "identify do not."
    ),
    "threads": gettext_lazy("People whose relationship is worth %(strong)s or more, out of 100."),
    "concentration": gettext_lazy(
        "Share of the exchanges of 12 months, each with its weight, that went through one person."
    ),
    "status": gettext_lazy(
        "From 0 (empty) to 4 (a decision-maker is for us). Key people decide or have an influence of %(influence)s."
    ),
    "levels": gettext_lazy("People in contact within %(days)s, of those known at that level."),
}


def definition(name: str, coverage: Coverage) -> str:
    asked = coverage.thresholds
    days = asked.level_days if name == "levels" else asked.two_way_days
    words = {"days": formats.days_in_words(days), "strong": asked.strong, "influence": asked.key_influence}
    return str(DEFINITIONS[name]) % words


def reason(figure: Figure) -> str:
    return str(REASONS[figure.reason]) if figure.reason else ""


def status_words(status: int | None) -> str:
    return "" if status is None else str(STATUSES[status])


def threads_words(coverage: Coverage) -> str:
    """What the number of threads means."""
    return {
        "bad": _("Everything hangs on one person at most"),
        "warn": _("Fragile"),
        "ok": _("Several people hold it"),
    }.get(coverage.thread_tone, "")


def aside_words(figure: Figure) -> str:
    """How many people a figure leaves out for want of data; "" for nobody."""
    number = len(figure.aside)
    if not number:
        return ""
    words = ngettext("%(num)s person is left out, unknown", "%(num)s people are left out, unknown", number)
    return words % {"num": number}
