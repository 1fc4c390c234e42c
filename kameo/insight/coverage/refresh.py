"""The coverage of every account at once, stored beside it: what `compute_coverage` says, in one statement.

Of main maps alone. Time alone moves these figures (90 days, 12 months): a nightly job computes them again.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.db import connection, transaction

from kameo.accounts.pulse.refresh import MASS, write_coverage
from kameo.core import clock
from kameo.core.sql import read_sql
from kameo.insight.coverage.settings import thresholds
from kameo.insight.coverage.statements import DECIDING, PLACES, members
from kameo.insight.coverage.touches import touch_parameters


def refresh_accounts(account_ids: Collection[int] | None) -> list[int]:
    """Compute and store the coverage of these accounts, None for all; the ids of those that changed."""
    if account_ids is not None and len(account_ids) < MASS:
        return write_coverage(_COVERAGE, _parameters(), account_ids)
    with transaction.atomic():
        _plan_nested_loops(False)
        changed = write_coverage(_COVERAGE, _parameters(), account_ids)
        _plan_nested_loops(True)
    return changed


def _plan_nested_loops(allowed: bool) -> None:
    """What the statement builds on its way has no statistics: the planner takes it for small, and would read each
    of thousands of maps once per map.
    """
    with connection.cursor() as cursor:
        cursor.execute("select set_config('enable_nestloop', %s, true)", ["on" if allowed else "off"])


def _parameters() -> dict[str, Any]:
    asked = thresholds()
    return {
        **touch_parameters(clock.company_today()),
        "two_way_since": clock.now() - timedelta(days=asked.two_way_days),
        "strong": asked.strong,
        "key_influence": asked.key_influence,
        "default_expected": asked.expected,
    }


_COVERAGE = read_sql(__file__, "coverage", members=members(), places=PLACES, deciding=DECIDING)
