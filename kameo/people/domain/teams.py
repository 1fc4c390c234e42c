"""Teams: people who share views and stand in for one another."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.people.models import Team, User


@transaction.atomic
def create_team(*, by: User, name: str, members: Iterable[User] = ()) -> Team:
    """A new team. Journals `team.created`. Raises DomainError `name_missing` or `name_taken` (field name)."""
    team = Team(name=name.strip())
    _save(team)
    team.members.set(members)
    record("team.created", team, by=by, data={"name": team.name})
    return team


@transaction.atomic
def change_team(team: Team, *, by: User, name: str, members: Iterable[User]) -> Team:
    """Rename a team, choose its members. Journals `team.changed`. Raises like `create_team`."""
    team.name = name.strip()
    _save(team)
    team.members.set(members)
    record("team.changed", team, by=by, data={"name": team.name})
    return team


@transaction.atomic
def delete_team(team: Team, *, by: User) -> None:
    """Delete a team; its members stay. Journals `team.deleted`."""
    record("team.deleted", team, by=by, data={"name": team.name})
    team.delete()


def _save(team: Team) -> None:
    if not team.name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    try:
        with transaction.atomic():
            team.save()
    except IntegrityError as error:
        raise DomainError("name_taken", _("There is one of that name already."), field="name") from error
