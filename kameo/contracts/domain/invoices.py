"""Recording, changing, binning and restoring invoices and credit notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contracts import events, rules
from kameo.contracts.domain import revenue
from kameo.contracts.domain.values import Amounts, clean_currency, clean_lines, clean_number, read_amounts
from kameo.contracts.models import Invoice, InvoiceLine
from kameo.core import clock
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.money import rate_at, round_cents

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("number", "issued_on", "issued_at", "due_on", "label", "currency", "net", "gross", "kind", "corrects")


@dataclass(frozen=True)
class _Place:
    """Where a document counted before it changed."""

    account_id: int
    day: date


def record_invoice(
    *,
    account: Account,
    by: User | None,
    number: str,
    issued_on: date,
    net: Decimal | None = None,
    currency: str = "",
    kind: str | None = None,
    lines: Sequence[Mapping[str, Any]] = (),
    gross: Decimal | None = None,
    label: str = "",
    due_on: date | None = None,
    issued_at: datetime | None = None,
    corrects: Invoice | None = None,
) -> Invoice:
    """A document sent to the account. `net` is excl. VAT in `currency` (the reporting one when empty).

    Without `net` it is the sum of the lines (mappings of label, reference, quantity, unit_price, net). The kind
    follows the sign when not given; a credit note may be typed positive, it is stored negative, lines too. The
    conversion is frozen at the rate of `issued_on`, or stays open without one. In order: rows, RevenueDay,
    timeline, our total, pulses, status (a first invoice makes it active), journal `invoice.recorded`. Raises
    PermissionDenied; DomainError "account_in_bin", "number_missing", "number_taken", "net_missing",
    "sign_of_invoice", "unknown_currency", "due_before_issue", "line_invalid".
    """
    rules.require_invoices(by, account)
    amounts = read_amounts(net=net, gross=gross, kind=kind, lines=clean_lines(lines))
    invoice = Invoice(
        account=account,
        number=clean_number(number),
        issued_on=issued_on,
        issued_at=issued_at,
        due_on=due_on,
        label=label.strip()[:250],
        currency=clean_currency(currency),
        corrects=corrects,
        created_by=by,
    )
    with acting(by):
        _refuse_binned(account)
        _put_amounts(invoice, amounts)
        _check_invoice(invoice)
        _freeze(invoice)
        invoice.save()
        _write_lines(invoice, amounts)
        revenue.follow_invoice(invoice, days=[invoice.issued_on], account_ids=[account.pk])
        _journal(events.RECORDED, invoice, by)
    return invoice


def change_invoice(
    invoice: Invoice,
    *,
    by: User | None,
    account: Account | None = None,
    lines: Sequence[Mapping[str, Any]] | None = None,
    **fields: Any,
) -> Invoice:
    """Set some of FIELDS, move the document to another account, or replace its lines.

    The frozen rate stays unless the day or the currency changes. Effects as in `record_invoice`, for both
    accounts and both days; journal `invoice.changed`. Raises the same, and DomainError "in_bin", "unknown_field".
    """
    _refuse_unknown(fields)
    rules.require_invoices(by, invoice.account)
    if account is not None:
        rules.require_invoices(by, account)
        _refuse_binned(account)
    with acting(by):
        current = Invoice.objects.select_for_update().get(pk=invoice.pk)
        if current.binned_at is not None:
            raise DomainError("in_bin", _("This invoice is in the bin: restore it first."))
        before, rated = _Place(current.account_id, current.issued_on), (current.currency, current.issued_on)
        amounts = _change_fields(current, account, lines, fields)
        _check_invoice(current)
        if (current.currency, current.issued_on) != rated:
            current.rate = None
        _freeze(current)
        current.save()
        if lines is not None:
            _write_lines(current, amounts)
        _follow_both(current, before)
        _journal(events.CHANGED, current, by)
    invoice.refresh_from_db()
    return invoice


def bin_invoice(invoice: Invoice, *, by: User | None) -> Invoice:
    """Put the document in the bin: it counts nowhere and leaves the timeline; its number is free again.

    Effects as in `record_invoice`; journal `invoice.binned`. Raises PermissionDenied, DomainError "in_bin".
    """
    rules.require_invoices(by, invoice.account)
    with acting(by):
        current = Invoice.objects.select_for_update().get(pk=invoice.pk)
        if current.binned_at is not None:
            raise DomainError("in_bin", _("This invoice is in the bin already."))
        return _switch(invoice, clock.now(), by, events.BINNED)


def restore_invoice(invoice: Invoice, *, by: User | None) -> Invoice:
    """Give the document back, exactly as it was, conversion included.

    Effects as in `record_invoice`; journal `invoice.restored`. Raises PermissionDenied; DomainError "not_in_bin",
    "account_in_bin", "number_taken" when another took its number meanwhile.
    """
    rules.require_invoices(by, invoice.account)
    with acting(by):
        current = Invoice.objects.select_for_update().get(pk=invoice.pk)
        if current.binned_at is None:
            raise DomainError("not_in_bin", _("This invoice is not in the bin."))
        _refuse_binned(current.account)
        _refuse_taken(current)
        return _switch(invoice, None, by, events.RESTORED)


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


def _change_fields(
    current: Invoice, account: Account | None, lines: Sequence[Mapping[str, Any]] | None, fields: Mapping[str, Any]
) -> Amounts:
    if account is not None:
        current.account = account
    plain = {name: value for name, value in fields.items() if name not in {"net", "gross", "kind"}}
    readers = {"number": clean_number, "currency": clean_currency, "label": lambda text: text.strip()[:250]}
    for name, value in plain.items():
        setattr(current, name, readers.get(name, lambda given: given)(value))
    if "issued_on" in plain and "issued_at" not in plain:
        current.issued_at = None  # the hour belonged to the old day
    replaced = lines is not None
    amounts = read_amounts(
        net=fields.get("net", None if replaced and lines else current.net),
        gross=fields.get("gross", current.gross),
        kind=fields.get("kind", None if "net" in fields or replaced else current.kind),
        lines=clean_lines(lines or ()),
    )
    _put_amounts(current, amounts)
    return amounts


def _put_amounts(invoice: Invoice, amounts: Amounts) -> None:
    invoice.kind, invoice.net, invoice.gross = amounts.kind, amounts.net, amounts.gross


def _check_invoice(invoice: Invoice) -> None:
    if invoice.due_on is not None and invoice.due_on < invoice.issued_on:
        raise DomainError("due_before_issue", _("It is due on or after its date."), field="due_on")
    _refuse_taken(invoice)


def _refuse_taken(invoice: Invoice) -> None:
    if Invoice.objects.present().filter(number=invoice.number).exclude(pk=invoice.pk).exists():
        raise DomainError("number_taken", _("An invoice has this number already."), field="number")


def _refuse_binned(account: Account) -> None:
    if Account.objects.binned().filter(pk=account.pk).exists():
        raise DomainError("account_in_bin", _("This account is in the bin: restore it first."), field="account")


def _refuse_unknown(fields: Mapping[str, Any]) -> None:
    refuse_unknown_fields(fields, FIELDS)


def _freeze(invoice: Invoice) -> None:
    if invoice.rate is None:
        invoice.rate = rate_at(invoice.currency, invoice.issued_on)
    invoice.reporting_net = None if invoice.rate is None else round_cents(invoice.net * invoice.rate)


def _write_lines(invoice: Invoice, amounts: Amounts) -> None:
    InvoiceLine.objects.filter(invoice=invoice).delete()
    InvoiceLine.objects.bulk_create(
        InvoiceLine(invoice=invoice, position=position, **line) for position, line in enumerate(amounts.lines, 1)
    )


def _follow_both(invoice: Invoice, before: _Place) -> None:
    revenue.follow_invoice(
        invoice, days={before.day, invoice.issued_on}, account_ids={before.account_id, invoice.account_id}
    )


def _switch(invoice: Invoice, binned_at: datetime | None, by: User | None, event: str) -> Invoice:
    invoice.refresh_from_db()
    invoice.binned_at, invoice.binned_by = binned_at, by if binned_at else None
    invoice.save(update_fields=["binned_at", "binned_by"])
    revenue.follow_invoice(invoice, days=[invoice.issued_on], account_ids=[invoice.account_id])
    _journal(event, invoice, by)
    return invoice


def _journal(type: str, invoice: Invoice, by: User | None) -> None:
    data = {
        "number": invoice.number,
        "issued_on": invoice.issued_on.isoformat(),
        "net": str(invoice.net),
        "currency": invoice.currency,
    }
    record(type, invoice, by=by, account=invoice.account_id, data=data)
