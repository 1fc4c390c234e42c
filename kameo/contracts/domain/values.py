"""Amounts, numbers and lines of a document as they are stored, whatever people type. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from babel import Locale
from django.utils.translation import gettext_lazy as _

from kameo.contracts.enums import InvoiceKind
from kameo.core.errors import DomainError
from kameo.core.money import reporting_currency, round_cents

LARGEST = Decimal(10) ** 16
Line = dict[str, Any]


@dataclass(frozen=True)
class Amounts:
    """A document's kind and signed amounts: negative for a credit note, its lines included."""

    kind: str
    net: Decimal
    gross: Decimal | None
    lines: list[Line] = field(default_factory=list)


def read_amounts(*, net: Decimal | None, gross: Decimal | None, kind: str | None, lines: list[Line]) -> Amounts:
    """Sign and kind agreed: a credit note typed positive is turned round, an invoice is never negative.

    Raises DomainError "net_missing", "sign_of_invoice", "unknown_kind", "amount_too_large".
    """
    if net is None:
        if not lines:
            raise DomainError("net_missing", _("Write the amount excl. VAT."), field="net")
        net = sum((line["net"] for line in lines), Decimal(0))
    net = round_cents(net)
    if kind is None:
        kind = InvoiceKind.CREDIT_NOTE if net < 0 else InvoiceKind.INVOICE
    if kind not in InvoiceKind.values:
        raise DomainError("unknown_kind", _("Choose invoice or credit note."), field="kind")
    if abs(net) >= LARGEST or (gross is not None and abs(gross) >= LARGEST):
        raise DomainError("amount_too_large", _("This amount is too large."), field="net")
    if kind == InvoiceKind.INVOICE and net < 0:
        raise DomainError("sign_of_invoice", _("A negative amount is a credit note."), field="net")
    if kind == InvoiceKind.CREDIT_NOTE and net > 0:
        net, lines = -net, [_turned(line) for line in lines]
    if gross is not None:
        gross = round_cents(abs(gross) if net >= 0 else -abs(gross))
    return Amounts(str(kind), net, gross, lines)


def clean_currency(code: str) -> str:
    """An ISO 4217 code in capitals; the reporting currency when empty. Raises DomainError "unknown_currency"."""
    bare = code.strip().upper() or reporting_currency()
    if bare not in _currencies():
        raise DomainError("unknown_currency", _("Choose a currency by its three letters."), field="currency")
    return bare


def clean_lines(lines: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Lines with their net, computed from quantity × unit price where it is not given.

    Raises DomainError "line_invalid" with the line's number.
    """
    return [_clean_line(position, line) for position, line in enumerate(lines, 1)]


def _clean_line(position: int, line: Mapping[str, Any]) -> Line:
    try:
        quantity, price, net = (_decimal(line.get(name)) for name in ("quantity", "unit_price", "net"))
    except InvalidOperation as error:
        raise _line_error(position) from error
    if net is None:
        if quantity is None or price is None:
            raise _line_error(position)
        net = quantity * price
    return {
        "label": str(line.get("label") or "").strip()[:300],
        "reference": str(line.get("reference") or "").strip()[:80],
        "quantity": quantity,
        "unit_price": price,
        "net": round_cents(net),
    }


def _line_error(position: int) -> DomainError:
    message = _("Line %(line)s needs an amount, or a quantity and a unit price.") % {"line": position}
    return DomainError("line_invalid", message, field="lines", line=position)


def _decimal(value: Any) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def _turned(line: Line) -> Line:
    """With the opposite sign: of the quantity where there is one, so that quantity × price still holds."""
    quantity, price = line["quantity"], line["unit_price"]
    if quantity is not None:
        return {**line, "quantity": -quantity, "net": -line["net"]}
    return {**line, "unit_price": None if price is None else -price, "net": -line["net"]}


@cache
def _currencies() -> frozenset[str]:
    return frozenset(str(code) for code in Locale("en").currencies if len(str(code)) == 3)
