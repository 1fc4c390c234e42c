"""The saved views that a user may open: as rows, and as one value beside the rows of the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, Trim

from kameo.core.lists.address import params_of
from kameo.core.lists.declaration import ListOf
from kameo.core.lists.models import SavedView

if TYPE_CHECKING:
    from kameo.core.lists.here import Here

SHOWN = 12  # beside the list; all of them are on their own page
_FIELDS = ("id", "name", "owner_id", "shared", "team_id", "layout", "columns", "filters", "sort", "owner_name")
_READER, _KEY = -7, "\x01list"  # stand for the reader and the list in the statement that is composed once


@dataclass(frozen=True)
class ShownView:
    """A saved view as the list offers it."""

    id: int
    name: str
    owner_id: int
    shared: bool
    team_id: int | None
    layout: str
    columns: tuple[str, ...]
    filters: Mapping[str, Any]
    sort: str
    owner_name: str

    def url(self, here: Here) -> str:
        """The whole address: no statement and no redirection to open it."""
        noun = here.noun
        params = params_of(noun, self.filters, sort=self.sort or noun.order, cols=",".join(self.columns))
        params["view"] = str(self.id)
        return f"{here.layout_url(self.layout)}?{params.urlencode()}"


def beside_rows(noun: ListOf, user: Any) -> RawSQL:
    """The views, for `page_for(beside=…)`."""
    statement, parameters = _statement()
    known = {_READER: user.pk, _KEY: noun.key}
    values = tuple(known.get(one, one) if isinstance(one, int | str) else one for one in parameters)
    return RawSQL(statement, values, output_field=models.JSONField())  # noqa: S611 - composed by Django, values apart


def read_views(rows: Iterable[Mapping[str, Any]] | None) -> list[ShownView]:
    return [ShownView(**{**row, "columns": tuple(row["columns"])}) for row in rows or ()]


def shown_view(view: SavedView) -> ShownView:
    plain = {name: getattr(view, name) for name in _FIELDS if name != "owner_name"}
    return ShownView(**{**plain, "columns": tuple(view.columns), "owner_name": view.owner.full_name})


def views_of(noun: ListOf, user: Any) -> list[SavedView]:
    """All that the user may open, their own first."""
    found = SavedView.objects.of(noun.key).visible_to(user).select_related("owner", "team")
    return sorted(found, key=lambda view: (view.owner_id != user.pk, view.position, view.name.casefold()))


@dataclass(frozen=True)
class _Reader:
    pk: int = _READER


@cache
def _statement() -> tuple[str, tuple[Any, ...]]:
    """The views beside a list, composed once: `visible_to` is said there and nowhere else."""
    name = Trim(Concat(F("owner__first_name"), Value(" "), F("owner__last_name")), output_field=models.TextField())
    mine = models.Case(models.When(owner=_READER, then=0), default=1, output_field=models.IntegerField())
    views = SavedView.objects.of(_KEY).visible_to(_Reader()).annotate(owner_name=name)
    rows = views.order_by(mine, "position", "name", "id").values(*_FIELDS)[:SHOWN]
    statement, parameters = rows.query.sql_with_params()
    return f"(select jsonb_agg(to_jsonb(shown)) from ({statement}) shown)", parameters  # noqa: S608 - Django's own
