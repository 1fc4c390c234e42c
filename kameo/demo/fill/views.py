"""Three ways to look at the list: Camille's own, the director's for everybody, a team's."""

from __future__ import annotations

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.core.lists.saved.verbs import save_view
from kameo.people.models import Team, User

VIEWS = (
    (
        "kam",
        "Mes comptes à rappeler",
        False,
        False,
        ["name", "class", "status", "contact", "cadence", "revenue", "potential"],
        {"lead": ["me"], "overdue": ["1"]},
        "contact",
    ),
    (
        "director",
        "Comptes clés et grands comptes",
        True,
        False,
        ["name", "class", "lead", "back_up", "revenue", "change", "scorecard", "alignment", "contact"],
        {"class": ["large_key", "key", "large"]},
        "-revenue",
    ),
    (
        "kam",
        "Potentiel de l’équipe",
        False,
        True,
        ["name", "status", "sector", "tags", "revenue", "potential", "lead"],
        {"has": ["potential"]},
        "-potential",
    ),
)


def fill_views(users: dict[str, User]) -> None:
    """The views of a key account manager, of a director, and of the first one's team."""
    for role, name, shared, with_team, columns, filters, sort in VIEWS:
        owner = next(user for user in users.values() if user.role.key == role and user.is_active)
        team = Team.objects.filter(members=owner).first() if with_team else None
        kept = {"columns": columns, "filters": filters, "sort": sort}
        save_view(ACCOUNT_LIST, by=owner, name=name, shared=shared, team=team, **kept)
