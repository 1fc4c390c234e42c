"""The key axis: how far an account helps our own objectives, and nothing else (R8, R9, c-13).

    key ⇔ alignment ≥ gate,   alignment = 100 × max(0, mean weighted alignment) / 2

Yes, no, or not rated yet when none of the objectives in force is rated. The gate is included. The points are
`axes/sql/scores.sql`'s, and `SQL_KEY` is the rule, for one account as for a whole table.
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from kameo.qualification.axes.large import LargeReason
from kameo.qualification.axes.scorecard import Points


def key_reason(met: bool | None, points: Points, *, gate: Decimal | int) -> LargeReason:
    """Why it is key or not, in words; `met` is what `SQL_KEY` says."""
    threshold = Decimal(gate)
    if met is None:
        text = _("Its alignment with our objectives is not rated yet.")
        return LargeReason("alignment", None, threshold, None, text)
    text = _("%(score)s points reach %(gate)s.") if met else _("%(score)s points are under %(gate)s.")
    return LargeReason("alignment", points.value, threshold, met, text, {"score": points.value, "gate": threshold})


SQL_KEY = "rated.alignment >= %(key_gate)s"
