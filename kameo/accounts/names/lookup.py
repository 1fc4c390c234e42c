"""Finding accounts by what people type: names, other and former names, registration numbers, mail domains.

Text is compared as the database folds it (no accents, no case). Spelling is forgiven only when nothing contains
what was typed, so that a precise search never drowns in look-alikes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Value, When
from django.db.models.expressions import RawSQL

from kameo.accounts.models import Account
from kameo.core.rows import Row, column
from kameo.core.search.words import escaped
from kameo.core.text import fold

LONGEST = 120  # characters that are read; the rest is a paste by mistake

# `%%>` is pg_trgm's operator (psycopg reads `%%` as `%`); every `%s` is a parameter.
_FOUND = """
with names as not materialized (
    select id as account_id, sort_name from accounts_account
    union all select account_id, sort_name from accounts_alias
    union all select account_id, sort_name from accounts_formername
), exact as materialized (
    select account_id from names where {every_word}
    union select account_id from accounts_identifier where value like %s
    union select account_id from accounts_maildomain where domain like %s
)
select account_id from exact
union select account_id from names where sort_name %%> %s and not exists (select from exact)
"""


def found_by(text: str) -> RawSQL:
    """The ids, for `filter(pk__in=…)`, whoever may see them: always combine it with `visible_to`."""
    folded = fold(text[:LONGEST].replace("\x00", " "))
    words = folded.split() or [""]
    number = re.sub(r"[\s.\-]", "", folded).upper() or "-"
    parameters = [f"%{escaped(word)}%" for word in words]
    parameters += [f"{escaped(number)}%", f"{escaped(folded.removeprefix('www.'))}%", folded]
    statement = _FOUND.format(every_word=" and ".join(["sort_name like %s"] * len(words)))
    return RawSQL(statement, parameters)  # noqa: S611 - a constant text, values apart


@dataclass(frozen=True, slots=True)
class AccountChoice(Row):
    """An account to choose from: `context` is where it hangs, to tell namesakes apart."""

    id: int
    name: str
    kind: str
    context: str = column(Case(When(parent__hidden=False, then="parent__name"), default=Value("")))


def choices_for(user: Any, text: str, *, outside: int | None = None, limit: int = 8) -> list[AccountChoice]:
    """Visible accounts that `text` finds, those that start with it first. `outside` leaves a node's tree out."""
    accounts = Account.objects.visible_to(user)
    if outside is not None:
        accounts = accounts.exclude(lineage__contains=[outside])
    if text.strip():
        accounts = accounts.filter(pk__in=found_by(text))
    starts = RawSQL("accounts_account.sort_name like %s", (f"{escaped(fold(text))}%",))
    return AccountChoice.read(accounts.order_by(starts.desc(), "sort_name", "id")[:limit])
