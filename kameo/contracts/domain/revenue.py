"""From documents to revenue: RevenueDay, our totals, timeline lines and statuses follow invoices, set-wise.

The verbs of `contracts.domain` call `follow` for the days they touch; imports and `kameo rebuild` call
`rebuild_revenue` for whole accounts; a property test holds both equal. Documents in the bin count nowhere.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import connection, transaction

from kameo.accounts.domain import recount
from kameo.accounts.models import RevenueDay, TimelineEntry
from kameo.accounts.pulse.refresh import remember_sizes
from kameo.accounts.revenue.totals import refresh_totals
from kameo.accounts.timeline import entries
from kameo.accounts.timeline.journal_to_timeline import noon
from kameo.contracts.models import Invoice
from kameo.core import preferences
from kameo.core.money import reporting_currency
from kameo.qualification.jobs import REFRESH_CLASSES

SOURCE = "contracts.Invoice"


def rebuild_revenue(account_ids: Collection[int] | None = None) -> None:
    """Everything that follows from the invoices of these accounts (None: all), in a dozen statements.

    In order: conversions that were missing a rate and now have one, RevenueDay, timeline lines, our totals,
    pulses of the accounts and of all above, automatic statuses, and a job that judges the other accounts' class
    against the new total.
    """
    ids = None if account_ids is None else sorted(set(account_ids))
    if ids == []:
        return
    with transaction.atomic():
        _lock(ids)
        freeze_conversions(ids)
        before = _days(ids)
        _add_up(ids, None)
        entries.replace_from_select(SOURCE, _LINES, _line_arguments(ids), account_ids=ids)
        _settle_revenue(ids, None if ids is None else before | _days(ids))


def follow_invoice(invoice: Invoice, *, days: Collection[date], account_ids: Collection[int]) -> None:
    """The same after one document changed: `days` and `account_ids` are those it touched, before and after."""
    ids = sorted(set(account_ids))
    _lock(ids)
    _add_up(ids, sorted(set(days)))
    if invoice.binned_at is None:
        entries.write_entries([line_of(invoice)])
        elsewhere = TimelineEntry.objects.filter(source=SOURCE, source_id=invoice.pk)
        elsewhere.exclude(account_id=invoice.account_id).delete()
    else:
        entries.remove_entries(SOURCE, [invoice.pk])
    _settle_revenue(ids, set(days))


def freeze_conversions(account_ids: Collection[int] | None = None) -> int:
    """Convert the documents that have no rate yet, at the rate in force on their day; returns how many.

    A frozen conversion never changes (c-0.4); without a rate the document stays not converted.
    """
    scope = None if account_ids is None else list(account_ids)
    with connection.cursor() as cursor:
        cursor.execute(_FREEZE, {"ids": scope, "reporting": reporting_currency()})
        return int(cursor.rowcount)


def unconverted_accounts() -> list[int]:
    """The accounts with documents that could be converted now."""
    with connection.cursor() as cursor:
        cursor.execute(_CONVERTIBLE, {"reporting": reporting_currency()})
        return [row[0] for row in cursor.fetchall()]


def line_of(invoice: Invoice) -> TimelineEntry:
    """The timeline's line for one document; `_LINES` is the same for many."""
    converted = invoice.reporting_net
    return TimelineEntry(
        account_id=invoice.account_id,
        at=invoice.issued_at or noon(invoice.issued_on),
        kind=invoice.kind,
        actor_id=invoice.created_by_id,
        title=invoice.number,
        text=invoice.label,
        data={
            "number": invoice.number,
            "net": str(invoice.net),
            "currency": invoice.currency,
            "reporting_net": None if converted is None else str(converted),
            "day_only": invoice.issued_at is None,
        },
        source=SOURCE,
        source_id=invoice.pk,
    )


def _lock(ids: list[int] | None) -> None:
    """One writer at a time per account's revenue, so that days are added up from what is committed."""
    with connection.cursor() as cursor:
        if ids is None:
            cursor.execute("lock table accounts_revenueday in share row exclusive mode")
        else:
            cursor.execute("select 1 from accounts_account where id = any(%s) order by id for no key update", [ids])


def _days(ids: list[int] | None) -> set[date]:
    if ids is None:
        return set()
    return set(RevenueDay.objects.filter(account_id__in=ids).values_list("day", flat=True).distinct())


def _add_up(ids: list[int] | None, days: list[date] | None) -> None:
    arguments = {"ids": ids, "days": days}
    with connection.cursor() as cursor:
        cursor.execute(_DROP_DAYS, arguments)
        cursor.execute(_ADD_DAYS, arguments)
        remember_sizes(cursor, "accounts_revenueday", ids)


def _settle_revenue(ids: list[int] | None, days: set[date] | None) -> None:
    refresh_totals(days)
    recount(ids)
    if ids is not None:
        REFRESH_CLASSES.defer()


def _line_arguments(ids: list[int] | None) -> list[Any]:
    return [preferences.get("time_zone"), ids, ids]


_SCOPE = """(%(ids)s::bigint[] is null or {alias}.account_id = any(%(ids)s::bigint[]))
    and (%(days)s::date[] is null or {alias}.{day} = any(%(days)s::date[]))"""
_DROP_DAYS = f"""
    delete from accounts_revenueday day where {_SCOPE.format(alias="day", day="day")}
    and not exists (
        select from contracts_invoice invoice where invoice.account_id = day.account_id
        and invoice.issued_on = day.day and invoice.currency = day.currency and invoice.binned_at is null)
"""  # noqa: S608 - constant text, parameters apart
_ADD_DAYS = f"""
    insert into accounts_revenueday as day (account_id, day, currency, net, reporting_net, documents, unconverted)
    select invoice.account_id, invoice.issued_on, invoice.currency, sum(invoice.net), sum(invoice.reporting_net),
        count(*), count(*) filter (where invoice.reporting_net is null)
    from contracts_invoice invoice
    where invoice.binned_at is null and {_SCOPE.format(alias="invoice", day="issued_on")}
    group by invoice.account_id, invoice.issued_on, invoice.currency
    on conflict (account_id, day, currency) do update set net = excluded.net,
        reporting_net = excluded.reporting_net, documents = excluded.documents, unconverted = excluded.unconverted
    where (day.net, day.reporting_net, day.documents, day.unconverted)
        is distinct from (excluded.net, excluded.reporting_net, excluded.documents, excluded.unconverted)
"""  # noqa: S608 - constant text, parameters apart
_LINES = """
    select invoice.id as source_id, invoice.account_id,
        coalesce(invoice.issued_at, (invoice.issued_on + time '12:00') at time zone %s) as at,
        invoice.kind, invoice.created_by_id as actor_id, invoice.number as title, invoice.label as text,
        jsonb_build_object('number', invoice.number, 'net', invoice.net::text, 'currency', invoice.currency,
            'reporting_net', invoice.reporting_net::text, 'day_only', invoice.issued_at is null) as data,
        false as restricted
    from contracts_invoice invoice
    where invoice.binned_at is null and (%s::bigint[] is null or invoice.account_id = any(%s::bigint[]))
"""
_RATE = """
    select rate.rate from core_rate rate where rate.currency = invoice.currency and rate.day <= invoice.issued_on
    order by rate.day desc limit 1"""
_FREEZE = f"""
    update contracts_invoice invoice
    set rate = found.rate, reporting_net = round(invoice.net * found.rate, 2)
    from (
        select invoice.id, case when invoice.currency = %(reporting)s then 1 else ({_RATE}) end as rate
        from contracts_invoice invoice
        where invoice.reporting_net is null
        and (%(ids)s::bigint[] is null or invoice.account_id = any(%(ids)s::bigint[]))
    ) found
    where found.id = invoice.id and found.rate is not null
"""  # noqa: S608 - constant text, parameters apart
_CONVERTIBLE = f"""
    select distinct invoice.account_id from contracts_invoice invoice
    where invoice.reporting_net is null and (invoice.currency = %(reporting)s or exists ({_RATE}))
"""  # noqa: S608 - constant text, parameters apart
