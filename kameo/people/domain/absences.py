"""Being away: the cover sees and serves the absent colleague's accounts in the meantime (R107)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.people.models import Absence, User
from kameo.people.rules import can_plan_absences_of


@transaction.atomic
def record_absence(user: User, *, cover: User, starts_on: date, ends_on: date, by: User, note: str = "") -> Absence:
    """Say that `user` is away from `starts_on` to `ends_on`, both included, and who stands in.

    Side effects: inserts the row (access follows by itself, day by day), journals `absence.recorded`.
    Raises PermissionDenied for somebody else's absence without the right, DomainError `ends_before_start`
    (field ends_on), `cover_unfit` (field cover) or `absence_overlaps` (field starts_on).
    """
    _check_absence(user, cover, starts_on, ends_on, by)
    if user.absences.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
        raise DomainError("absence_overlaps", _("Another absence covers some of these days."), field="starts_on")
    absence = Absence.objects.create(
        user=user, cover=cover, starts_on=starts_on, ends_on=ends_on, note=note.strip(), created_by=by
    )
    record("absence.recorded", absence, by=by, data=_absence_facts(absence))
    return absence


@transaction.atomic
def cancel_absence(absence: Absence, *, by: User) -> None:
    """Drop an absence; the cover stops seeing the accounts. Journals `absence.cancelled`."""
    if not can_plan_absences_of(by, absence.user):
        raise PermissionDenied("absence")
    record("absence.cancelled", absence, by=by, data=_absence_facts(absence))
    absence.delete()


def _check_absence(user: User, cover: User, starts_on: date, ends_on: date, by: User) -> None:
    if not can_plan_absences_of(by, user):
        raise PermissionDenied("absence")
    if ends_on < starts_on:
        raise DomainError("ends_before_start", _("The last day is on or after the first."), field="ends_on")
    if cover.pk == user.pk or not cover.is_active:
        raise DomainError("cover_unfit", _("Choose somebody else to stand in."), field="cover")


def _absence_facts(absence: Absence) -> dict[str, object]:
    return {
        "user": absence.user_id,
        "cover": absence.cover_id,
        "from": absence.starts_on.isoformat(),
        "to": absence.ends_on.isoformat(),
    }
