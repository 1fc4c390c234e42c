"""Long statements in files: `sql/name.sql` beside the module that runs them, values passed by name (`%(name)s`).

A part that two statements share, or that settings of ours choose, is put in under its name: `<part>`. Values never are.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import QuerySet


@cache
def _statement_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def read_sql(module_file: str, name: str, **parts: str) -> str:
    """The text of `sql/<name>.sql` beside `module_file` (`__file__`), with each `<part>` replaced by our own SQL.

    Raises FileNotFoundError, and ValueError for a part that the text does not name.
    """
    text = _statement_text(Path(module_file).parent / "sql" / f"{name}.sql")
    for part, sql in parts.items():
        if f"<{part}>" not in text:
            raise ValueError(f"{name}.sql has no part <{part}>")
        text = text.replace(f"<{part}>", sql)
    return text


def ids_sql(cursor: Any, records: QuerySet[Any, Any]) -> str:
    """The ids of `records` as SQL with its values in place, quoted by the driver, "%" doubled for a statement.

    Who sees what keeps one definition, the query set's, inside a statement that the ORM does not compose.
    """
    sql, parameters = records.order_by().values("pk").query.sql_with_params()
    text = cursor.mogrify(sql, parameters)
    return (text.decode() if isinstance(text, bytes) else str(text)).replace("%", "%%")
