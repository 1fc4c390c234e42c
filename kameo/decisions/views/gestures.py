"""What is done by hand on a decision map: rating, re-parenting, drawing lines. A script gets 204, or 422 with words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.accounts.models import Account
from kameo.contacts.models import Person, Position
from kameo.core.access import get_visible, needs
from kameo.core.errors import DomainError
from kameo.core.ui.back import back_to
from kameo.core.ui.fragments import is_fragment
from kameo.core.ui.toasts import failure, toast
from kameo.decisions import domain
from kameo.decisions.enums import Tie
from kameo.decisions.forms.drawing import ManagerForm, NewTieForm, TieForm
from kameo.decisions.models import DecisionMap, InfluenceLink
from kameo.decisions.queries.maps import read_map
from kameo.decisions.views.maps import account_of, map_of
from kameo.people.enums import Right

RATINGS = ("influence", "stance")


@require_POST
@needs(Right.WRITE_PERSONS)
def map_place(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/map/place/: `person`, `influence` and `stance` (those that are sent), `off=1` takes off."""
    account = account_of(request, account_id)
    person: Person = get_visible(Person.objects, request.user, pk=request.POST.get("person", ""))
    where = _asked_map(request, account)
    try:
        placed = domain.place_person(account, person=person, by=request.user, map=where, **_ratings(request))
        if request.POST.get("off"):
            domain.take_off_map(placed.stake, by=request.user)
    except DomainError as error:
        return _answer_refused(request, error, account)
    undo = {"person": person.pk, "map": where.pk if where else "", "next": _map_or_back(request, account)}
    undo |= {"off": "1"} if placed.before is None else {k: "" if v is None else v for k, v in placed.before.items()}
    return _answer_done(
        request,
        account,
        _ratings_in_words(person, placed.stake),
        reverse("decisions:map-place", args=[account.pk]),
        undo,
    )


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def map_line(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/map/lines/: `map`, `source`, `kind`, `target`, `label`."""
    account = account_of(request, account_id)
    where = _asked_map(request, account)
    cards = read_map(where or account, request.user).cards
    given = {name: request.GET.get(name, "") for name in ("source", "target", "kind")}
    form = NewTieForm(request.POST or None, account=account, map=where, cards=cards, by=request.user, initial=given)
    if request.method == "POST" and form.is_valid() and form.save() and form.link:
        undo = reverse("decisions:link-remove", args=[form.link.pk])
        return _answer_done(
            request, account, _("%(line)s.") % {"line": form.said}, undo, {"next": _map_or_back(request, account)}
        )
    return _render_form(request, "decisions/map/line.html", form, account, link=None)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def link_edit(request: HttpRequest, link_id: int) -> HttpResponse:
    """GET and POST /influence-links/<id>/: `kind`, `label`, `turned`."""
    link = _link(request, link_id)
    form = TieForm(request.POST or None, link=link, by=request.user)
    before = {"kind": link.kind, "label": link.label}
    if request.method == "POST" and form.is_valid() and form.save():
        turned = {"turned": "on"} if form.cleaned_data["turned"] else {}
        undo = before | turned | {"next": _map_or_back(request, link.map.account)}
        return _answer_done(request, link.map.account, _("Line changed."), request.path, undo)
    said = f"{link.source.person.full_name} {Tie(before['kind']).label} {link.target.person.full_name}"
    return _render_form(request, "decisions/map/line.html", form, link.map.account, link=link, said=said)


@require_POST
@needs(Right.WRITE_PERSONS)
def link_remove(request: HttpRequest, link_id: int) -> HttpResponse:
    """POST /influence-links/<id>/remove/, with its undo: the line drawn again."""
    link = _link(request, link_id)
    account, where = link.map.account, link.map
    undo = {
        "source": link.source.person_id,
        "target": link.target.person_id,
        "kind": link.kind,
        "label": link.label,
        "map": "" if where.main else where.pk,
        "next": _map_or_back(request, account),
    }
    domain.remove_link(link, by=request.user)
    return _answer_done(request, account, _("Line taken off."), reverse("decisions:map-line", args=[account.pk]), undo)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def position_manager(request: HttpRequest, position_id: int) -> HttpResponse:
    """GET and POST /positions/<id>/manager/: `reports_to` and `matrix_to`, positions; only those sent change."""
    rows = Position.objects.filter(person__binned_at=None).select_related("person", "account__pulse")
    position: Position = get_visible(rows, request.user, pk=position_id)
    before = {"reports_to": position.reports_to_id, "matrix_to": position.matrix_to_id}
    form = ManagerForm(request.POST or None, position=position, by=request.user)
    sent = request.method == "POST" and any(name in request.POST for name in before)
    if sent and form.is_valid() and form.save():
        undo = {name: value or "" for name, value in before.items() if name in request.POST}
        undo["next"] = _map_or_back(request, position.account)
        return _answer_done(request, position.account, _manager_change_in_words(position), request.path, undo)
    return _render_form(request, "decisions/map/manager.html", form, position.account, position=position)


def _link(request: HttpRequest, link_id: int) -> InfluenceLink:
    rows = InfluenceLink.objects.select_related("map__account__pulse", "source__person", "target__person")
    link: InfluenceLink = get_visible(rows, request.user, pk=link_id)
    return link


def _asked_map(request: HttpRequest, account: Account) -> DecisionMap | None:
    """The named map that the gesture is about; None is the account's own."""
    given = request.POST.get("map") or request.GET.get("map") or ""
    if not given:
        return None
    found = map_of(request, int(given) if given.isdigit() and len(given) < 18 else 0)
    return None if found.main and found.account_id == account.pk else found


def _ratings(request: HttpRequest) -> dict[str, Any]:
    given: dict[str, Any] = {name: request.POST[name] for name in RATINGS if name in request.POST}
    if "influence" in given:
        text = given["influence"]
        given["influence"] = None if text == "" else int(text) if text.isdigit() and len(text) < 3 else -1
    return given


def _map_or_back(request: HttpRequest, account: Account) -> str:
    return back_to(request, reverse("decisions:map", args=[account.pk]))


def _answer_done(request: HttpRequest, account: Account, words: Any, undo: str, fields: dict[str, Any]) -> HttpResponse:
    toast(request, words, undo_url=undo, fields=fields)
    return HttpResponse(status=204) if is_fragment(request) else redirect(_map_or_back(request, account))


def _answer_refused(request: HttpRequest, error: DomainError, account: Account) -> HttpResponse:
    if is_fragment(request):
        return HttpResponse(str(error), status=422, content_type="text/plain; charset=utf-8")
    failure(request, str(error))
    return redirect(_map_or_back(request, account))


def _render_form(request: HttpRequest, template: str, form: Any, account: Account, **context: Any) -> HttpResponse:
    if form.errors and is_fragment(request):
        words = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return HttpResponse(words, status=422, content_type="text/plain; charset=utf-8")
    shown = {"form": form, "account": account, "back": _map_or_back(request, account), **context}
    return render(request, template, shown, status=422 if form.errors else 200)


def _ratings_in_words(person: Person, stake: Any) -> str:
    parts = [stake.get_stance_display() if stake.stance else ""]
    if stake.influence:
        parts.append(_("influence %(count)s") % {"count": stake.influence})
    ratings = ", ".join(part for part in parts if part) or _("not rated")
    return _("%(name)s: %(ratings)s.") % {"name": person.full_name, "ratings": ratings}


def _manager_change_in_words(position: Position) -> str:
    name = position.person.full_name
    if position.reports_to is None:
        return _("%(name)s reports to nobody known.") % {"name": name}
    words = {"name": name, "manager": position.reports_to.person.full_name}
    return _("%(name)s reports to %(manager)s.") % words
