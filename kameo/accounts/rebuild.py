"""What `kameo rebuild` computes again for accounts: lines of their own events, pulses, pairs of look-alikes."""

from kameo.accounts import lines, projections, totals, twins
from kameo.core.rebuild import register


def _pulses() -> None:
    totals.refresh_totals()
    projections.refresh_pulse(None)


def _twins() -> None:
    twins.find_twins()


register("accounts.twins", _twins, order=95)
register("accounts.timeline", lines.rebuild_lines, order=20)
register("accounts.pulse", _pulses, order=90)
