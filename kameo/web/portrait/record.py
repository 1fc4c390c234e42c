"""Everything the page needs about one account that hangs directly on it: one query."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import JSONObject, TruncMonth

from kameo.accounts.access import restricted_to
from kameo.accounts.models import (
    Account,
    AccountMember,
    Address,
    Alias,
    FormerName,
    Identifier,
    MailDomain,
    RevenueDay,
    TimelineEntry,
)
from kameo.accounts.periods import months_before
from kameo.core import clock
from kameo.core.access import get_visible
from kameo.interactions.models import Document
from kameo.people.models import User

MOST_CHILDREN = 8
MOST_DOCUMENTS = 4
MONTHS = 24
CONTACTS = ("call", "mail", "meeting")
_DOCUMENT = JSONObject(
    id="pk", title="title", at="created_at", expires_on="expires_on", account="account__name"
)
_COUNT = Func(F("pk"), function="count", output_field=IntegerField())


def portrait_of(user: User, account_id: int, scope: str = "") -> Any:
    """The account with `.team`, `.children_shown`, `.numbers`, `.places`, its domains and names.

    `scope` "entity" or "group" ("" chooses: the group where something hangs below). 404 for a stranger.
    """
    rows = Account.objects.select_related("parent", "pulse").annotate(
        team=ArraySubquery(_team()),
        children_shown=ArraySubquery(_children(user)[: MOST_CHILDREN + 1]),
        numbers=_all(Identifier, scheme="scheme", source="source", value="value"),
        places=_all(Address, kind="kind", lines="lines", postcode="postcode", city="city", country="country"),
        domains=_all(MailDomain, name="domain"),
        other_names=_all(Alias, name="name"),
        names_before=_all(FormerName, name="name", until="until"),
    )
    account = get_visible(rows, user, pk=account_id)
    account.scope = scope or ("group" if account.children_shown else "entity")
    return account


def activity_of(user: User, account: Any) -> dict[str, Any]:
    """What happened in the account's scope, in one query.

    `ancestors` are what it hangs below, `kinds` counts the lines of the timeline, `contact_at` is the last human
    contact (a-bis 8), `documents` the newest, `document_count` all of them, `months` the revenue of each of the
    last 24 (reporting currency).
    """
    within = _within(user, account)
    lines = TimelineEntry.objects.filter(within).filter(restricted_to(user, "actor")).order_by()
    counted = lines.values("kind").annotate(number=Count("pk"))
    contacts = lines.filter(kind__in=CONTACTS, at__lte=clock.now()).order_by("-at")
    documents = Document.objects.visible_to(user).filter(within)
    newest = documents.order_by("-created_at", "-pk")[:MOST_DOCUMENTS]
    start = months_before(clock.company_today().replace(day=1), MONTHS - 1)
    revenue = RevenueDay.objects.filter(within, day__gte=start, day__lte=clock.company_today()).order_by()
    monthly = revenue.annotate(month=TruncMonth("day")).values("month").annotate(net=Sum("reporting_net"))
    row: dict[str, Any] = (
        Account.objects.filter(pk=account.pk)
        .values(
            ancestors=ArraySubquery(_ancestors(user, account)),
            kinds=ArraySubquery(counted.values(row=JSONObject(kind="kind", number="number"))),
            contact_at=Subquery(contacts.values("at")[:1]),
            newest=ArraySubquery(newest.values(row=_DOCUMENT)),
            document_count=Subquery(documents.order_by().annotate(all=_COUNT).values("all")),
            months=ArraySubquery(monthly.values(row=JSONObject(month="month", net="net"))),
        )
        .get()
    )
    return {
        **row,
        "kinds": {one["kind"]: one["number"] for one in row["kinds"]},
        "documents": [{**one, "at": datetime.fromisoformat(one["at"])} for one in row["newest"]],
        "months": _filled(start, row["months"]),
    }


def _filled(start: date, months: list[dict[str, Any]]) -> list[tuple[date, float]]:
    """Every month from `start` on, 0 where nothing was invoiced."""
    found = {one["month"][:7]: float(one["net"] or 0) for one in months}
    days = [months_before(start, -rank) for rank in range(MONTHS)]
    return [(day, found.get(f"{day:%Y-%m}", 0.0)) for day in days]


def _within(user: User, account: Any) -> Q:
    if account.scope == "group":
        return Q(account__in=Account.objects.visible_to(user).below(account.pk))
    return Q(account=account.pk)


def _all(model: Any, **names: str) -> ArraySubquery:
    return ArraySubquery(model.objects.filter(account=OuterRef("pk")).values(row=JSONObject(**names)))


def _ancestors(user: User, account: Any) -> QuerySet[Any, Any]:
    """From the root down, the account left out; a name alone where the user may not open it (product.md)."""
    seen = Exists(Account.objects.visible_to(user).filter(pk=OuterRef("pk")))
    depth = Func(F("lineage"), function="cardinality", output_field=IntegerField())
    above = Account.objects.filter(pk__in=account.lineage[:-1] or [0]).order_by(depth)
    return above.values(row=JSONObject(id="pk", name="name", seen=seen))


def _team() -> QuerySet[Any, Any]:
    rank = Func(
        F("function"),
        template="array_position(array['lead', 'back_up', 'sales'], %(expressions)s::text)",
        output_field=IntegerField(),
    )
    members = AccountMember.objects.filter(account=OuterRef("pk"), user__is_active=True)
    return members.order_by(rank.asc(nulls_last=True), "pk").values(
        row=JSONObject(
            id="user_id",
            first="user__first_name",
            last="user__last_name",
            email="user__email",
            function="function",
            does="responsibilities",
        )
    )


def _children(user: User) -> QuerySet[Any, Any]:
    below = Account.objects.visible_to(user).filter(parent=OuterRef("pk"))
    return below.order_by(F("pulse__tree_revenue_12m").desc(nulls_last=True), "sort_name").values(
        row=JSONObject(
            id="pk",
            name="name",
            kind="kind",
            revenue="pulse__tree_revenue_12m",
            account_class="pulse__account_class",
            entities="pulse__tree_entities",
        )
    )
