"""The steps of `kameo rebuild` for accounts: lines of their own events, pulses, pairs of look-alikes."""

from kameo.accounts.pulse import refresh
from kameo.accounts.revenue import totals
from kameo.accounts.timeline import journal_to_timeline
from kameo.accounts.twins import find
from kameo.core.rebuild import register


def _pulses() -> None:
    totals.refresh_totals()
    refresh.refresh_pulse(None)


def _twins() -> None:
    find.find_twins()


register("accounts.twins", _twins, order=95)
register("accounts.timeline", journal_to_timeline.rebuild_lines, order=20)
register("accounts.pulse", _pulses, order=90)
