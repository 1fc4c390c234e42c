"""Sets of accounts inside hand-written SQL."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet


def written(cursor: Any, accounts: QuerySet[Any, Any]) -> str:
    """The ids of `accounts` as SQL with its values in place, quoted by the driver, "%" doubled for a statement.

    Who sees what keeps one definition, the query set's; a statement on every page need not be composed by the ORM.
    """
    sql, parameters = accounts.order_by().values("pk").query.sql_with_params()
    text = cursor.mogrify(sql, parameters)
    return (text.decode() if isinstance(text, bytes) else str(text)).replace("%", "%%")
