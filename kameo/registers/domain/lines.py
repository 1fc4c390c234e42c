"""Lines of the registers: references and advocacy (R21), competitors at work (R19), notes on the sector (R18).

The three are kept alike: whoever may write the account adds, changes, bins and restores its lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.translation import gettext_lazy as _

from kameo.accounts import rules
from kameo.accounts.domain.values import normalise_tags, with_scheme
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.acting import acting, clean, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.registers.models import Advocacy, CompetitorPresence, SectorNote

if TYPE_CHECKING:
    from kameo.people.models import User

Line = TypeVar("Line", Advocacy, CompetitorPresence, SectorNote)

LINE_FIELDS: Mapping[type[Any], tuple[str, ...]] = {
    Advocacy: ("kind", "on", "valid_until", "person", "text", "url", "benefits", "business"),
    CompetitorPresence: ("competitor", "product", "incumbent", "contract_ends_on", "share", "evidence"),
    SectorNote: ("kind", "on", "text", "source", "tags"),
}
NOUNS: Mapping[type[Any], str] = {Advocacy: "advocacy", CompetitorPresence: "presence", SectorNote: "sector_note"}


def add_line(account: Account, model: type[Line], *, by: User | None, **fields: Any) -> Line:
    """A new line of the register `model` on the account; `fields` are those of LINE_FIELDS.

    In order: row, journal `advocacy.added`, `presence.added` or `sector_note.added`. Raises PermissionDenied;
    DomainError "unknown_field", "invalid", "ends_before_start", "account_hidden", "same_account",
    "amount_negative", "presence_twice".
    """
    rules.require_write(by, account)
    row = model(account=account, by=by)
    with acting(by):
        _set_line(row, fields, by)
        clean(row, list(LINE_FIELDS[model]))
        row.save()
        _record_line("added", row, by)
    return row


def change_line(row: Line, *, by: User | None, **fields: Any) -> Line:
    """Set some fields of a line; what does not differ is left alone, its author and moment stay.

    In order: row, journal `….changed`. Raises as `add_line`; DomainError "in_bin" for a line in the bin.
    """
    rules.require_write(by, row.account)
    with acting(by):
        current: Line = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
        if current.binned_at is not None:
            raise DomainError("in_bin", _("This line is in the bin: restore it first."))
        before = {name: getattr(current, name) for name in fields if name in LINE_FIELDS[type(row)]}
        _set_line(current, fields, by)
        changed = [name for name, value in before.items() if getattr(current, name) != value]
        if changed:
            clean(current, changed)
            current.save(update_fields=changed)
            _record_line("changed", current, by, fields=sorted(changed))
    return current


def bin_line(row: Line, *, by: User | None) -> Line:
    """Put a line in the bin: it counts and shows nowhere until `restore_line`.

    In order: row, journal `….binned`. Raises PermissionDenied. Nothing happens when it is there already.
    """
    rules.require_write(by, row.account)
    with acting(by):
        if row.binned_at is None:
            row.binned_at = clock.now()
            row.save(update_fields=["binned_at"])
            _record_line("binned", row, by)
    return row


def restore_line(row: Line, *, by: User | None) -> Line:
    """Give a line back as it was. In order: row, journal `….restored`. Raises PermissionDenied; "presence_twice"."""
    rules.require_write(by, row.account)
    with acting(by):
        if row.binned_at is not None:
            row.binned_at = None
            if isinstance(row, CompetitorPresence):
                _refuse_twice(row)
            row.save(update_fields=["binned_at"])
            _record_line("restored", row, by)
    return row


def _set_line(row: Any, fields: Mapping[str, Any], by: User | None) -> None:
    refuse_unknown_fields(fields, LINE_FIELDS[type(row)])
    for name, value in fields.items():
        setattr(row, name, _clean_field(name, value))
    if isinstance(row, Advocacy):
        _check_advocacy(row, by)
    elif isinstance(row, CompetitorPresence):
        _refuse_twice(row)


def _clean_field(name: str, value: Any) -> Any:
    if name == "tags":
        return normalise_tags(value or [])
    if name == "url":
        return with_scheme(value or "")
    if name == "on":
        return value or clock.company_today()
    if name == "product":
        return " ".join((value or "").split())
    return value.strip() if isinstance(value, str) else value


def _check_advocacy(row: Advocacy, by: User | None) -> None:
    if row.valid_until is not None and row.valid_until < row.on:
        raise DomainError(
            "ends_before_start", _("It ends before it starts: correct one of the days."), field="valid_until"
        )
    if row.business is not None and row.business < 0:
        raise DomainError("amount_negative", _("What it brought is zero or more."), field="business")
    if row.benefits is None:
        return
    if row.benefits_id == row.account_id:
        message = _("An account does not bring itself: choose the other one.")
        raise DomainError("same_account", message, field="benefits")
    if by is not None and not rules.can_see(by, row.benefits):
        raise DomainError("account_hidden", _("Choose an account that you can see."), field="benefits")


def _refuse_twice(row: CompetitorPresence) -> None:
    """One line for a competitor, an entity and a product: a second one is a correction of the first."""
    if row.competitor_id is None or row.binned_at is not None:
        return
    same = CompetitorPresence.objects.filter(
        account=row.account_id, competitor=row.competitor_id, product__iexact=row.product
    )
    if same.filter(binned_at__isnull=True).exclude(pk=row.pk).exists():
        message = _("This competitor is there already for this product: change that line.")
        raise DomainError("presence_twice", message, field="competitor")


def _record_line(verb: str, row: Any, by: User | None, **data: Any) -> None:
    journal.record(f"{NOUNS[type(row)]}.{verb}", row, by=by, account=row.account_id, data=data)
