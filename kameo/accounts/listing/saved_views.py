"""The saved views that a user may open: as rows, and as one value beside the rows of the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.expressions import RawSQL
from django.urls import reverse

from kameo.accounts.listing.address import params_of
from kameo.core.lists.models import SavedView

SHOWN = 12  # beside the list; all of them are on their own page

# `lists_savedview` as `SavedView.objects.of("accounts").visible_to` cuts it: a test holds the two together.
_VIEWS = """(select jsonb_agg(to_jsonb(shown)) from (
    select view.id, view.name, view.owner_id = %s as mine, view.shared, view.team_id, view.layout, view.columns,
        view.filters, view.sort, btrim(person.first_name || ' ' || person.last_name) as owner
    from lists_savedview view join people_user person on person.id = view.owner_id
    where view.list = 'accounts' and view.binned_at is null
        and (view.owner_id = %s or (view.shared and person.is_active)
        or exists (select from people_team_members member
                   where member.team_id = view.team_id and member.user_id = %s))
    order by view.owner_id <> %s, view.position, view.name, view.id limit %s) shown)"""


@dataclass(frozen=True)
class View:
    """A saved view as the list offers it."""

    id: int
    name: str
    mine: bool
    shared: bool
    team_id: int | None
    layout: str
    columns: tuple[str, ...]
    filters: Mapping[str, Any]
    sort: str
    owner: str

    @property
    def url(self) -> str:
        """The whole address: no statement and no redirection to open it."""
        names = {"tree": "accounts:tree", "board": "accounts:board"}
        params = params_of(self.filters, sort=self.sort or "-revenue", cols=",".join(self.columns))
        params["view"] = str(self.id)
        return f"{reverse(names.get(self.layout, 'accounts:list'))}?{params.urlencode()}"


def beside_rows(user: Any) -> RawSQL:
    """The views, for `page_for(beside=…)`."""
    parameters = (user.pk, user.pk, user.pk, user.pk, SHOWN)
    return RawSQL(_VIEWS, parameters, output_field=models.JSONField())  # noqa: S611 - constant text, values apart


def read(rows: Iterable[Mapping[str, Any]] | None) -> list[View]:
    return [View(**{**row, "columns": tuple(row["columns"])}) for row in rows or ()]


def view_of(view: SavedView, user: Any) -> View:
    return View(
        view.pk,
        view.name,
        view.owner_id == user.pk,
        view.shared,
        view.team_id,
        view.layout,
        tuple(view.columns),
        view.filters,
        view.sort,
        view.owner.full_name,
    )


def views_of(user: Any) -> list[SavedView]:
    """All that the user may open, their own first."""
    found = SavedView.objects.of("accounts").visible_to(user).select_related("owner", "team")
    return sorted(found, key=lambda view: (view.owner_id != user.pk, view.position, view.name.casefold()))
