"""The reasons of both axes as `ui.evidence` draws them: what was found, what it asks, whether it is met."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kameo.qualification.axes.large import LargeReason


def reasons_of(found: Any, currency: str) -> dict[str, list[dict[str, str]]]:
    """`large` and `key`: one item for each criterion."""
    return {
        "large": [reason_item(reason, currency) for reason in found.verdict.reasons],
        "key": [reason_item(found.key_reason, currency)],
    }


def reason_item(reason: LargeReason, currency: str) -> dict[str, str]:
    titles = {
        "amount": _("Revenue or potential"),
        "share": _("Share of our revenue"),
        "scorecard": _("Scorecard"),
        "alignment": _("Alignment with our objectives"),
    }
    states = {True: ("ok", _("met")), False: ("mute", _("not met")), None: ("unknown", _("not known"))}
    tone, state = states[reason.met]
    return {"tone": tone, "state": state, "title": titles[reason.criterion], "text": reason.sentence(currency)}
