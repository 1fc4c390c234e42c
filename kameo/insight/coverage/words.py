"""The words of the figures of a map: why one is not known, the meaning of a status. Definitions: `insight.figures`."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kameo.contacts.enums import Family, Seniority
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
