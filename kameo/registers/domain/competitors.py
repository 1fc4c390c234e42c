"""Our competitors, known by one name everywhere (R19)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain.values import with_scheme
from kameo.core.access import require
from kameo.core.acting import acting, clean, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.text import fold
from kameo.people.enums import Right
from kameo.registers.models import Competitor, CompetitorPresence

if TYPE_CHECKING:
    from kameo.people.models import User

COMPETITOR_FIELDS = ("name", "website", "note")


def add_competitor(*, by: User | None, name: str, website: str = "", note: str = "") -> Competitor:
    """A new competitor. In order: row, journal `competitor.added`.

    Raises PermissionDenied without the right to write accounts; DomainError "name_missing", "competitor_known"
    (accents and case aside), "invalid".
    """
    _require(by)
    with acting(by):
        competitor = Competitor()
        _set_competitor(competitor, {"name": name, "website": website, "note": note})
        competitor.save()
        journal.record("competitor.added", competitor, by=by, data={"name": competitor.name})
    competitor.refresh_from_db()
    return competitor


def change_competitor(competitor: Competitor, *, by: User | None, **fields: Any) -> Competitor:
    """Rename it, or change its address or what we know of it: every account follows, nothing is merged.

    In order: row, journal `competitor.changed` with the former name. Raises as `add_competitor`.
    """
    _require(by)
    with acting(by):
        current = Competitor.objects.select_for_update().get(pk=competitor.pk)
        before = {name: getattr(current, name) for name in COMPETITOR_FIELDS}
        _set_competitor(current, {**before, **fields})
        changed = sorted(name for name in COMPETITOR_FIELDS if getattr(current, name) != before[name])
        if changed:
            current.save(update_fields=changed)
            data = {"fields": changed, "from": before["name"], "to": current.name}
            journal.record("competitor.changed", current, by=by, data=data)
    current.refresh_from_db()
    return current


def remove_competitor(competitor: Competitor, *, by: User | None) -> None:
    """Take out of the list a competitor that is at work nowhere.

    In order: row, journal `competitor.removed`. Raises PermissionDenied; DomainError "competitor_used" while a
    line names it, one in the bin included.
    """
    _require(by)
    with acting(by):
        if CompetitorPresence.objects.filter(competitor=competitor).exists():
            message = _("Accounts name it, or lines in their bin: rename it rather.")
            raise DomainError("competitor_used", message)
        journal.record("competitor.removed", competitor, by=by, data={"name": competitor.name})
        competitor.delete()


def competitor_called(name: str, *, by: User | None) -> Competitor:
    """The competitor of that name, accents and case aside; a new one when we know none."""
    found = Competitor.objects.filter(sort_name=fold(" ".join(name.split()))).first()
    return found or add_competitor(by=by, name=name)


def _set_competitor(competitor: Competitor, fields: dict[str, Any]) -> None:
    refuse_unknown_fields(fields, COMPETITOR_FIELDS)
    competitor.name = " ".join(fields["name"].split())
    competitor.website = with_scheme(fields["website"])
    competitor.note = fields["note"].strip()
    if not competitor.name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    clean(competitor, list(COMPETITOR_FIELDS))
    twin = Competitor.objects.filter(sort_name=fold(competitor.name)).exclude(pk=competitor.pk)
    if twin.exists():
        raise DomainError("competitor_known", _("This competitor is in the list already."), field="name")


def _require(by: User | None) -> None:
    if by is not None:
        require(by, Right.WRITE_ACCOUNTS)
