"""The key axis: how far an account helps our own objectives, and nothing else (R8, R9, c-13).

    key ⇔ alignment ≥ gate,   alignment = 100 × max(0, mean weighted alignment) / 2

Yes, no, or not rated yet when none of the objectives in force is rated. The gate is included. The points are
`qualification.axes.scorecard`'s, and `qualification.axes.classes` computes the same for a whole table.
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from kameo.qualification.axes.large import LargeReason
from kameo.qualification.axes.scorecard import Points


def key_verdict(points: Points, *, gate: Decimal | int) -> tuple[bool | None, LargeReason]:
    """Whether the account is key, and why."""
    threshold = Decimal(gate)
    if points.value is None:
        text = _("Its alignment with our objectives is not rated yet.")
        return None, LargeReason("alignment", None, threshold, None, text)
    met = points.value >= threshold
    text = _("%(score)s points reach %(gate)s.") if met else _("%(score)s points are under %(gate)s.")
    return met, LargeReason("alignment", points.value, threshold, met, text, {"score": points.value, "gate": threshold})
