"""What a document says beyond its fields: sign and kind agree, its conversion is frozen, revenue follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contracts import events
from kameo.contracts.domain import revenue
from kameo.contracts.domain.values import clean_currency, clean_lines, read_amounts
from kameo.contracts.models import Invoice
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.money import rate_at, round_cents

if TYPE_CHECKING:
    from kameo.people.models import User

Given = dict[str, Any]


def prepare_document(row: Invoice, verb: str, given: Given, by: User | None) -> Given:
    """The values to store: a credit note is negative, its lines too; without `net` it is the sum of the lines.

    The kind follows the sign when it is not given. Raises DomainError "net_missing", "sign_of_invoice",
    "unknown_kind", "unknown_currency", "line_invalid", "amount_too_large".
    """
    values = dict(given)
    if "currency" in given or verb == "added":
        values["currency"] = clean_currency(given.get("currency") or "")
    if not {"net", "gross", "kind", "lines"} & set(given) and verb == "changed":
        return values
    lines = clean_lines(given["lines"]) if "lines" in given else None
    net, kind = _amount_and_kind(row, given, lines)
    amounts = read_amounts(net=net, gross=given.get("gross", row.gross), kind=kind, lines=lines or [])
    values |= {"kind": amounts.kind, "net": amounts.net, "gross": amounts.gross}
    return values | ({} if lines is None else {"lines": amounts.lines})


def check_document(row: Invoice, verb: str, by: User | None) -> None:
    """Number once, due after issue, an account that is not in the bin; its rate frozen unless it comes back as it was.

    Raises DomainError "account_in_bin", "due_before_issue", "number_taken".
    """
    if verb != "changed" and Account.objects.binned().filter(pk=row.account_id).exists():
        raise DomainError("account_in_bin", _("This account is in the bin: restore it first."), field="account")
    if row.due_on is not None and row.due_on < row.issued_on:
        raise DomainError("due_before_issue", _("It is due on or after its date."), field="due_on")
    if Invoice.objects.present().filter(number=row.number).exclude(pk=row.pk).exists():
        raise DomainError("number_taken", _("An invoice has this number already."), field="number")
    if verb != "restored":
        _freeze(row)


def follow_document(row: Invoice, verb: str, before: Mapping[str, Any], by: User | None) -> None:
    """RevenueDay, timeline, our total, pulses and status: of the day it counted on before too."""
    days = {row.issued_on, before.get("issued_on", row.issued_on)}
    revenue.follow_invoice(row, days=days, account_ids=[row.account_id])


def convert_missing(*, by: User | None = None) -> int:
    """Convert every document that a newly entered rate makes convertible; returns how many accounts changed.

    Frozen conversions never change. Journal `invoices.converted` when there were some.
    """
    with acting(by):
        ids = revenue.unconverted_accounts()
        if ids:
            revenue.rebuild_revenue(ids)
            record(events.CONVERTED, None, by=by, data={"accounts": len(ids)})
    return len(ids)


def _amount_and_kind(row: Invoice, given: Given, lines: list[Any] | None) -> tuple[Any, Any]:
    """Those given, or those that follow: an amount left out is that of the lines, a kind left out that of the sign."""
    if row.pk is None:
        return given.get("net"), given.get("kind")
    net = given.get("net", None if lines else row.net)
    if net is None and lines is None:
        net = sum(line.net for line in row.lines.all()) or None
    return net, given.get("kind", None if "net" in given or lines is not None else row.kind)


def _freeze(row: Invoice) -> None:
    """At the rate of its day, once: it is looked up again only when the day or the currency changed."""
    stored = Invoice.objects.filter(pk=row.pk).values_list("currency", "issued_on").first() if row.pk else None
    if stored is not None and stored != (row.currency, row.issued_on):
        row.rate = None
        row.issued_at = None if stored[1] != row.issued_on else row.issued_at  # the hour belonged to the old day
    if row.rate is None:
        row.rate = rate_at(row.currency, row.issued_on)
    row.reporting_net = None if row.rate is None else round_cents(row.net * row.rate)
