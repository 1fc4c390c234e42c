"""The editable lists of the decision map: roles, motivations, topics, and the places of a committee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.contacts.enums import Family
from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.text import fold
from kameo.decisions import events
from kameo.decisions.enums import Stance, TermList
from kameo.decisions.models import Seat, Term
from kameo.decisions.terms.words import read_term_words, seat_name, term_name
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User

TERM_FIELDS = ("name", "decides")
SEAT_FIELDS = ("name", "role", "family", "stance", "influence")


def save_term(*, by: User, list: str, term: Term | None = None, name: str = "", decides: bool | None = None) -> Term:
    """Add a word to a list, or rename one; its code never changes. A name already there is given back as it is.

    Whoever may write people may add a topic on the way; the rest takes the right to configure. In order: row, journal
    `term.changed`. Raises PermissionDenied; DomainError "unknown_list", "name_missing", "name_taken", "too_long".
    """
    _may_write(by, list, term)
    words = " ".join(name.split())
    with acting(by):
        _check_term(list, words, term)
        same = _term_named(list, words)
        if same is not None and (term is None or same.pk != term.pk):
            if term is not None:
                raise DomainError("name_taken", _("This list has it already."), field="name")
            return _offered(same, by)
        row = term or Term(list=list, code=_free_code(list, words), rank=_last(Term.objects.filter(list=list)))
        before = _term_facts(row)
        if term is None or term_name(term) != words:
            row.name = words
        if decides is not None and list == TermList.ROLE:
            row.decides = decides
        if row.pk is None or _term_facts(row) != before:
            row.save()
            record(events.TERM_CHANGED, row, by=by, data={"before": before, "after": _term_facts(row)})
    return row


def retire_term(term: Term, *, by: User) -> None:
    """Offered no more; whoever carries it keeps it. Journal `term.changed`. Raises PermissionDenied."""
    _set_retired(term, events.TERM_CHANGED, by, retired=True)


def restore_term(term: Term, *, by: User) -> None:
    """Offered again. Journal `term.changed`. Raises PermissionDenied."""
    _set_retired(term, events.TERM_CHANGED, by, retired=False)


def save_seat(*, by: User, seat: Seat | None = None, **fields: Any) -> Seat:
    """Add a place that every committee is expected to have, or change one; `fields` are those of SEAT_FIELDS.

    In order: row, journal `seat.changed`. Raises PermissionDenied; DomainError "unknown_field", "name_missing",
    "taken_by_nothing", "unknown_choice", "out_of_scale".
    """
    require(by, Right.CONFIGURE)
    refuse_unknown_fields(fields, SEAT_FIELDS)
    with acting(by):
        row = seat or Seat(rank=_last(Seat.objects.all()))
        before = _seat_facts(row)
        for name, value in fields.items():
            setattr(row, name, _seat_value(row, name, value))
        _check_seat(row)
        row.code = row.code or _free_code("", row.name)
        if row.pk is None or _seat_facts(row) != before:
            row.save()
            record(events.SEAT_CHANGED, row, by=by, data={"before": before, "after": _seat_facts(row)})
    return row


def retire_seat(seat: Seat, *, by: User) -> None:
    """Expected no more. Journal `seat.changed`. Raises PermissionDenied."""
    _set_retired(seat, events.SEAT_CHANGED, by, retired=True)


def restore_seat(seat: Seat, *, by: User) -> None:
    """Expected again. Journal `seat.changed`. Raises PermissionDenied."""
    _set_retired(seat, events.SEAT_CHANGED, by, retired=False)


def move_row(row: Term | Seat, *, up: bool, by: User) -> None:
    """One place up or down in its list. Journal `term.changed` or `seat.changed`. Raises PermissionDenied."""
    require(by, Right.CONFIGURE)
    with acting(by):
        mates: Any = Term.objects.filter(list=row.list) if isinstance(row, Term) else Seat.objects.all()
        order: Sequence[Any] = [*mates.select_for_update()]
        place = next(index for index, one in enumerate(order) if one.pk == row.pk)
        other = place - 1 if up else place + 1
        if not 0 <= other < len(order):
            return
        moved = [*order]
        moved[place], moved[other] = moved[other], moved[place]
        for rank, one in enumerate(moved, start=1):
            if one.rank != rank:
                type(one).objects.filter(pk=one.pk).update(rank=rank)
        event = events.TERM_CHANGED if isinstance(row, Term) else events.SEAT_CHANGED
        record(event, row, by=by, data={"code": row.code, "moved": "up" if up else "down"})
    row.refresh_from_db()


def _may_write(by: User, list: str, term: Term | None) -> None:
    if list not in TermList.values:
        raise DomainError("unknown_list", _("There is no such list."), field="list")
    if term is None and list == TermList.TOPIC and rules.can_write(by):
        return
    require(by, Right.CONFIGURE)


def _check_term(list: str, words: str, term: Term | None) -> None:
    if not words:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    if len(words) > 80:
        raise DomainError("too_long", _("Keep it under 80 characters."), field="name")


def _term_named(list: str, words: str) -> Term | None:
    """The term that reads so, in the reader's language or as somebody renamed it."""
    folded = fold(words)
    terms = read_term_words().terms.get(list, {}).values()
    return next((term for term in terms if fold(term_name(term)) == folded), None)


def _offered(term: Term, by: User) -> Term:
    if term.retired_at is not None:
        _restore(term, events.TERM_CHANGED, by)
    return term


def _set_retired(row: Term | Seat, event: str, by: User, *, retired: bool) -> None:
    require(by, Right.CONFIGURE)
    with acting(by):
        if (row.retired_at is not None) == retired:
            return
        if not retired:
            _restore(row, event, by)
            return
        row.retired_at = clock.now()
        row.save(update_fields=["retired_at"])
        record(event, row, by=by, data={"code": row.code, "retired": True})


def _restore(row: Term | Seat, event: str, by: User) -> None:
    row.retired_at = None
    row.save(update_fields=["retired_at"])
    record(event, row, by=by, data={"code": row.code, "retired": False})


def _free_code(list: str, words: str) -> str:
    base = "-".join("".join(char if char.isalnum() else " " for char in fold(words)).split())[:34] or "x"
    base = base if base.isascii() else "x"
    codes: Any = Term.objects.filter(list=list) if list else Seat.objects
    taken = set(codes.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}-{n}" for n in range(2, 1000))) if code not in taken)


def _last(rows: Any) -> int:
    return int(rows.aggregate(last=Max("rank"))["last"] or 0) + 1


def _term_facts(row: Term) -> dict[str, Any]:
    return {"list": row.list, "code": row.code, "name": row.name, "decides": row.decides}


def _seat_facts(row: Seat) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("code", *SEAT_FIELDS)}


def _seat_value(row: Seat, name: str, value: Any) -> Any:
    if name == "name":
        words = " ".join(str(value or "").split())
        return "" if row.pk and not row.name and words == seat_name(row) else words
    if name == "influence":
        return int(value)
    return str(value or "")


def _check_seat(row: Seat) -> None:
    if not row.pk and not row.name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    if not (row.role or row.family or row.stance):
        message = _("Say which role, function or position takes this place.")
        raise DomainError("taken_by_nothing", message, field="role")
    if row.role and not Term.objects.filter(list=TermList.ROLE, code=row.role).exists():
        raise DomainError("unknown_choice", _("Choose one of the list."), field="role")
    if row.family and row.family not in Family.values:
        raise DomainError("unknown_choice", _("Choose one of the list."), field="family")
    if row.stance and row.stance not in Stance.values:
        raise DomainError("unknown_choice", _("Choose one of the list."), field="stance")
    if not 1 <= row.influence <= 5:
        raise DomainError("out_of_scale", _("Influence goes from 1 to 5."), field="influence")
