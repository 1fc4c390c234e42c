"""The argument library: save, retire, restore an argument (R64)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import Family
from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.arguments.library import argument_text, argument_title
from kameo.decisions.enums import TermList
from kameo.decisions.models import Argument, Term
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("title", "text", "proof", "role", "motivation", "family")
LISTS = {"role": TermList.ROLE, "motivation": TermList.MOTIVATION}


def save_argument(*, by: User, argument: Argument | None = None, **fields: Any) -> Argument:
    """Add an argument, or change some of FIELDS of one; an empty key suits everybody.

    In order: row, journal `argument.changed`. Raises PermissionDenied (the right to configure); DomainError
    "unknown_field", "title_missing", "text_missing", "unknown_choice", "too_long".
    """
    require(by, Right.CONFIGURE)
    refuse_unknown_fields(fields, FIELDS)
    with acting(by):
        row = argument or Argument(created_by=by)
        before = _argument_facts(row)
        for name, value in fields.items():
            setattr(row, name, _read_field(row, name, value))
        _check_argument(row)
        if row.pk is None or _argument_facts(row) != before:
            row.save()
            record(events.ARGUMENT_CHANGED, row, by=by, data={"title": row.title, "fields": sorted(fields)})
    return row


def retire_argument(argument: Argument, *, by: User) -> None:
    """Suggested no more. Journal `argument.changed`. Raises PermissionDenied."""
    _set_retired(argument, by, retired=True)


def restore_argument(argument: Argument, *, by: User) -> None:
    """Suggested again. Journal `argument.changed`. Raises PermissionDenied."""
    _set_retired(argument, by, retired=False)


def _set_retired(row: Argument, by: User, *, retired: bool) -> None:
    require(by, Right.CONFIGURE)
    with acting(by):
        if (row.retired_at is not None) == retired:
            return
        row.retired_at = clock.now() if retired else None
        row.save(update_fields=["retired_at"])
        record(events.ARGUMENT_CHANGED, row, by=by, data={"title": row.title, "retired": retired})


def _read_field(row: Argument, name: str, value: Any) -> str:
    """As stored; the seeds' words typed again as they read stay the seeds', translated for every reader."""
    text = str(value or "").strip()
    if name == "title":
        text = " ".join(text.split())
        return row.title if row.pk and text == argument_title(row) else text
    if name in {"text", "proof"} and row.pk and text == argument_text(row, name):
        return str(getattr(row, name))
    return text


def _check_argument(row: Argument) -> None:
    if not row.title:
        raise DomainError("title_missing", _("Give the argument a title."), field="title")
    if len(row.title) > 160:
        raise DomainError("too_long", _("Keep it under 160 characters."), field="title")
    if not row.text:
        raise DomainError("text_missing", _("Say it in words."), field="text")
    for name, kind in LISTS.items():
        code = getattr(row, name)
        if code and not Term.objects.filter(list=kind, code=code).exists():
            raise DomainError("unknown_choice", _("Choose one of the list."), field=name)
    if row.family and row.family not in Family.values:
        raise DomainError("unknown_choice", _("Choose one of the list."), field="family")


def _argument_facts(row: Argument) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS}
