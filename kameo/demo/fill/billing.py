"""Invoices, credit notes, their lines, and the rates that convert them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from kameo.contracts.models import Invoice, InvoiceLine
from kameo.core.models import Rate
from kameo.core.money import round_cents
from kameo.demo.cast import key_of
from kameo.demo.chance import PARIS
from kameo.demo.fill.accounts import Accounts, entities
from kameo.demo.invoicing import bills, rates
from kameo.demo.shapes import Bill
from kameo.demo.typography import french
from kameo.people.models import User

VAT = Decimal("1.20")
Rates = dict[str, list[tuple[date, Decimal]]]


def fill_rates(today: date) -> Rates:
    table = rates(today)
    Rate.objects.bulk_create(
        Rate(currency=currency, day=day, rate=rate) for currency, rows in table.items() for day, rate in rows
    )
    return table


def fill_invoices(accounts: Accounts, users: dict[str, User], table: Rates, today: date) -> int:
    """Write three years of them; returns how many. What is computed from them is rebuilt at the end."""
    drafts = bills(entities(), today)
    accountant = users[key_of("Hélène")]
    rows = {bill.number: _invoice(bill, accounts, accountant, table) for bill in drafts}
    Invoice.objects.bulk_create(rows.values(), batch_size=1000)
    corrected = [(rows[bill.number], rows[bill.corrects]) for bill in drafts if bill.corrects]
    for credit, invoice in corrected:
        credit.corrects = invoice
    Invoice.objects.bulk_update([credit for credit, _ in corrected], ["corrects"])
    InvoiceLine.objects.bulk_create(
        (
            InvoiceLine(invoice=rows[bill.number], position=rank, label=french(label), net=net)
            for bill in drafts
            for rank, (label, net) in enumerate(bill.lines, 1)
        ),
        batch_size=2000,
    )
    return len(rows)


def _invoice(bill: Bill, accounts: Accounts, by: User, table: Rates) -> Invoice:
    account = accounts[bill.account]
    net, rate = Decimal(str(bill.net)), _rate(bill, table)
    return Invoice(
        account=account,
        number=bill.number,
        kind=bill.kind,
        issued_on=bill.day,
        label=french(bill.label),
        currency=bill.currency,
        due_on=bill.day + timedelta(days=30) if bill.kind == "invoice" else None,
        net=net,
        gross=round_cents(net * VAT) if account.country == "FR" else net,
        rate=rate,
        reporting_net=None if rate is None else round_cents(net * rate),
        created_by=by,
        created_at=datetime.combine(bill.day, time(17), PARIS),
    )


def _rate(bill: Bill, table: Rates) -> Decimal | None:
    if bill.currency == "EUR":
        return Decimal(1)
    past = [rate for day, rate in table.get(bill.currency, []) if day <= bill.day]
    return past[-1] if past else None
