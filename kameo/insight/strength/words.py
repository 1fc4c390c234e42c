"""The five factors of c-10 in words: what each measures, with the company's numbers, and what was counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.contacts.enums import PersonKind
from kameo.core.ui import formats
from kameo.insight.strength.settings import PARTS, Settings, read_settings


@dataclass(frozen=True)
class StrengthFactor:
    """`share` is 0 to 1, `points` what it brings to the score out of `most`; `words` say what was counted."""

    name: str
    label: str
    share: Decimal
    points: Decimal
    most: Decimal
    words: str
    definition: str

    @property
    def percent(self) -> Decimal:
        return self.share * 100

    @property
    def shown(self) -> str:
        return formats.number(self.points, 1)

    @property
    def most_shown(self) -> str:
        return formats.number(self.most, 0 if self.most == self.most.to_integral_value() else 1)


def factors_of(facts: Mapping[str, Any], cadence: int) -> Sequence[StrengthFactor]:
    """Of a score that is known, in the order of the formula, with the weights it was computed with."""
    settings = read_settings()
    weights = {name: Decimal(str(facts["weights"][name])) for name in PARTS}
    labels, counted, definitions = _labels(), _counted(facts), _definitions(settings, cadence)
    whole = sum(weights.values())
    found = []
    for name in PARTS:
        share, most = Decimal(str(facts[name]["share"])), 100 * weights[name] / whole
        found.append(StrengthFactor(name, labels[name], share, share * most, most, counted[name], definitions[name]))
    return found


def strength_reason(kind: str, pulse: Mapping[str, Any]) -> str:
    """Why nothing is known of somebody, and what to do; "" where it is."""
    if pulse["strength"] is not None:
        return ""
    if kind == PersonKind.PLACEHOLDER:
        return _("nobody is known for this role yet")
    if pulse["frozen"]:
        return _("nothing was exchanged before they left")
    if pulse["interactions"]:
        return _("being computed")
    return _("nothing was exchanged with them yet")


def cadence_words(days: int | None, because: str) -> str:
    """How often a contact is expected, and whose rule that is."""
    if days is None:
        return ""
    reasons = {
        "decides": _("they decide"),
        "influences": _("they influence the decision"),
        "uses": _("they use what we sell"),
        "account": _("the account's own cadence"),
        "default": _("no role asks for more"),
    }
    return _("A contact is expected every %(days)s: %(why)s.") % {
        "days": formats.days_in_words(days),
        "why": reasons[because],
    }


def _labels() -> dict[str, str]:
    return {
        "recency": _("Recency"),
        "frequency": _("Frequency"),
        "reciprocity": _("Reciprocity"),
        "depth": _("Depth"),
        "breadth": _("Breadth"),
    }


def _counted(facts: Mapping[str, Any]) -> dict[str, str]:
    return {
        "recency": _ago(facts["recency"]["days"]),
        "frequency": _("%(points)s weighted points of %(expected)s expected")
        % {
            "points": formats.number(Decimal(str(facts["frequency"]["points"])), 1),
            "expected": formats.number(Decimal(str(facts["frequency"]["expected"])), 1),
        },
        "reciprocity": _("%(received)s from them, %(sent)s from us") % facts["reciprocity"],
        "depth": _("%(live)s meetings and calls of %(contacts)s exchanges") % facts["depth"],
        "breadth": _people(facts["breadth"]["colleagues"]),
    }


def _ago(days: int | None) -> str:
    if days is None:
        return _("Both sides have never spoken")
    if days == 0:
        return _("Both sides spoke today")
    return _("Both sides last spoke %(days)s ago") % {"days": formats.days_in_words(days)}


def _people(number: int) -> str:
    if number == 0:
        return _("None of our people")
    words = ngettext("%(num)s of our people", "%(num)s of our people", number)
    return words % {"num": number}


def _definitions(settings: Settings, cadence: int) -> dict[str, str]:
    words = {
        "cadence": formats.days_in_words(cadence),
        "half_life": formats.days_in_words(int(cadence * settings.half_life)),
        "months": settings.months,
        "depth": formats.percent(settings.depth_target * 100, 0),
        "breadth": settings.breadth_target,
        "cap": settings.thread_cap,
    } | {name: formats.number(weight, _decimals(weight)) for name, weight in settings.touches.items()}
    texts = {
        "recency": _(
            "Halves each time a cadence (%(cadence)s) passes without both sides speaking. Both speak in a "
            "meeting, a call, or when a mail of theirs answers one of ours or is answered."
        ),
        "frequency": _(
            "Exchanges add up (business review %(review)s, meeting %(meeting)s, call %(call)s, mail from "
            "them %(received)s, survey %(survey)s, mail from us %(sent)s; %(cap)s mails of one thread a "
            "day at most) and lose half their weight in %(half_life)s. Full with one meeting per cadence."
        ),
        "reciprocity": _(
            "The smaller of both numbers over the larger, in %(months)s months; a meeting counts both ways."
        ),
        "depth": _("Meetings and calls among all exchanges of %(months)s months. Full from %(depth)s."),
        "breadth": _("Active colleagues with whom both sides spoke in %(months)s months. Full with %(breadth)s."),
    }
    return {name: text % words for name, text in texts.items()}


def _decimals(number: Decimal) -> int:
    return 0 if number == number.to_integral_value() else 1
