"""Accounts that may be the same as one being created: same number, same mail domain, or a close name (R30)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, FloatField, Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.core.text import fold

CLOSE = 0.62  # trigram similarity from which two names are worth a look
MOST = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """One account that looks alike, and why."""

    id: int
    name: str
    above: str
    reason: str


def likenesses(user: Any, *, name: str, numbers: Collection[str] = (), domains: Collection[str] = ()) -> list[Likeness]:
    """Visible accounts only, the surest first, one query. What `user` may not see is never hinted at."""
    bare = {re.sub(r"[\s.\-]", "", number).upper() for number in numbers if number.strip()}
    hosts = {domain.strip().lower().rpartition("@")[2] for domain in domains if domain.strip()}
    folded = fold(name)
    close = RawSQL("similarity(accounts_account.sort_name, %s)", (folded,), output_field=FloatField())
    number = Q(pk__in=RawSQL("select account_id from accounts_identifier where value = any(%s)", (sorted(bare),)))
    host = Q(pk__in=RawSQL("select account_id from accounts_maildomain where domain = any(%s)", (sorted(hosts),)))
    named = Q(pk__in=RawSQL(_NAMED, (folded, folded, CLOSE)))  # noqa: S611 - constant text
    found = Account.objects.visible_to(user).filter(number | host | named)
    rows = found.annotate(close=close, same_number=_flag(number), same_host=_flag(host))
    ordered = rows.order_by("-same_number", "-same_host", "-close", "id")
    fields = ordered.values_list("id", "name", "parent__name", "parent__hidden", "same_number", "same_host")
    return [
        Likeness(pk, title, "" if hidden else (above or ""), _reason(same_number, same_host))
        for pk, title, above, hidden, same_number, same_host in fields[:MOST]
    ]


def _reason(same_number: bool, same_host: bool) -> str:
    if same_number:
        return _("same number")
    return _("same mail domain") if same_host else _("similar name")


def _flag(condition: Q) -> Any:
    return ExpressionWrapper(condition, output_field=BooleanField())


_NAMED = """
    select id from accounts_account where sort_name %% %s and similarity(sort_name, %s) >= %s
"""
