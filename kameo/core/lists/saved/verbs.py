"""Saved views of a list: private, or shared with a team or with everybody (R199)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.lists import events
from kameo.core.lists.declaration import LIST, ListOf, lists
from kameo.core.lists.models import SavedView

MOST_VIEWS = 100
FIELDS = ("name", "team", "shared", "layout", "columns", "filters", "sort", "position")


def save_view(
    noun: ListOf,
    *,
    by: Any,
    name: str,
    team: Any = None,
    shared: bool = False,
    layout: str = LIST,
    columns: Iterable[str] = (),
    filters: Mapping[str, Any] | None = None,
    sort: str = "",
) -> SavedView:
    """A new view of `by`'s: columns in order, conditions, order. Row, then journal `view.saved`.

    Raises DomainError "name_missing", "view_twice", "not_your_team", "unknown_layout", "too_many_views".
    """
    with acting(by):
        if SavedView.objects.of(noun.key).filter(owner=by, binned_at=None).count() >= MOST_VIEWS:
            raise DomainError("too_many_views", _("You have a hundred views: delete some first."), field="name")
        view = SavedView(
            list=noun.key,
            owner=by,
            name=_view_name(name),
            layout=_layout(noun, layout),
            columns=list(columns),
            sort=sort,
            filters=dict(filters or {}),
        )
        _share(view, team, shared)
        _refuse_twin(view)
        view.save()
        _record_view(events.VIEW_SAVED, view, by)
    return view


def change_view(view: SavedView, *, by: Any, **fields: Any) -> SavedView:
    """Set some of FIELDS of one's own view; nothing happens when nothing differs.

    Row, then journal `view.changed`. Raises PermissionDenied for another's; DomainError as `save_view`,
    "unknown_field".
    """
    _require_owner(view, by)
    refuse_unknown_fields(fields, FIELDS)
    if "layout" in fields:
        _layout(lists[view.list], fields["layout"])
    with acting(by):
        before = {name: getattr(view, name) for name in FIELDS}
        for name, value in fields.items():
            setattr(view, name, _READERS.get(name, lambda given: given)(value))
        if {"team", "shared"} & set(fields):
            _share(view, view.team, view.shared)
        _refuse_twin(view)
        changed = sorted(name for name in FIELDS if getattr(view, name) != before[name])
        if changed:
            view.changed_at = clock.now()
            view.save()
            _record_view(events.VIEW_CHANGED, view, by, fields=changed)
    return view


def duplicate_view(view: SavedView, *, by: Any) -> SavedView:
    """A private copy for `by` of a view that they see, under a name they do not have yet; see `save_view`."""
    owned = SavedView.objects.of(view.list).filter(owner=by, binned_at=None)
    taken, base = set(owned.values_list("name", flat=True)), view.name[:110]
    name = next(one for number in range(1, MOST_VIEWS + 2) if (one := _copy_name(base, number)) not in taken)
    kept = {"layout": view.layout, "columns": view.columns, "filters": view.filters, "sort": view.sort}
    return save_view(lists[view.list], by=by, name=name, **kept)


def delete_view(view: SavedView, *, by: Any) -> None:
    """Delete one's own view; `restore_view` gives it back. Those for whom it was the default find the plain list.

    Row, then journal `view.deleted`. Raises PermissionDenied for another's.
    """
    _require_owner(view, by)
    with acting(by):
        view.binned_at = clock.now()
        view.save(update_fields=["binned_at"])
        _record_view(events.VIEW_DELETED, view, by)


def restore_view(view: SavedView, *, by: Any) -> SavedView:
    """Give back a deleted view. Row, then journal `view.restored`. Raises PermissionDenied; DomainError "view_twice"
    when another took its name meanwhile.
    """
    _require_owner(view, by)
    with acting(by):
        if view.binned_at is not None:
            view.binned_at = None
            _refuse_twin(view)
            view.save(update_fields=["binned_at"])
            _record_view(events.VIEW_RESTORED, view, by)
    return view


def choose_default_view(noun: ListOf, view: SavedView | None, *, by: Any) -> None:
    """`by`'s list opens with this view from now on; None: with the plain list. Only the user's row."""
    if view is not None and not SavedView.objects.of(noun.key).visible_to(by).filter(pk=view.pk).exists():
        raise PermissionDenied("view")
    choices = {key: value for key, value in by.choices.items() if key != noun.default_key}
    if view is not None:
        choices[noun.default_key] = view.pk
    if choices != by.choices:
        by.choices = choices
        by.save(update_fields=["choices"])


def _record_view(event: str, view: SavedView, by: Any, **more: Any) -> None:
    journal.record(event, view, by=by, data={"name": view.name, "list": view.list, **more})


def _require_owner(view: SavedView, by: Any) -> None:
    if view.owner_id != by.pk:
        raise PermissionDenied("view")


def _view_name(value: str) -> str:
    name = " ".join((value or "").split())
    if not name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    if len(name) > 120:
        raise DomainError("invalid", _("A name has 120 characters at most."), field="name")
    return name


def _layout(noun: ListOf, value: str) -> str:
    if value not in (LIST, *noun.layouts):
        raise DomainError("unknown_layout", _("This list has no such layout."), field="layout")
    return value


def _copy_name(base: str, number: int) -> str:
    words = {"name": base, "number": number}
    return str((_("%(name)s (copy)") if number == 1 else _("%(name)s (copy %(number)s)")) % words)


def _share(view: SavedView, team: Any, shared: bool) -> None:
    """With everybody, or with a team of one's own."""
    if team is not None and not team.members.filter(pk=view.owner_id).exists():
        raise DomainError("not_your_team", _("Choose a team that you belong to."), field="team")
    view.shared, view.team = shared, None if shared else team


def _refuse_twin(view: SavedView) -> None:
    twins = SavedView.objects.of(view.list).filter(owner_id=view.owner_id, name__iexact=view.name, binned_at=None)
    if twins.exclude(pk=view.pk).exists():
        raise DomainError("view_twice", _("You have a view of that name already."), field="name")


_READERS: dict[str, Callable[[Any], Any]] = {"name": _view_name, "columns": list, "filters": dict}
