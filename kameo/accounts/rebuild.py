"""What `kameo rebuild` computes again for accounts: the lines their own events left, and every pulse."""

from kameo.accounts import lines, projections, totals
from kameo.core.rebuild import register


def _pulses() -> None:
    totals.refresh_totals()
    projections.refresh_pulse(None)


register("accounts.timeline", lines.rebuild_lines, order=20)
register("accounts.pulse", _pulses, order=90)
