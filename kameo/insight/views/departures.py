"""The departure simulator: choose a person, on their side or ours, and see what is left (idea 2)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.core.access import get_visible
from kameo.core.text import number_of
from kameo.decisions.enums import TermList, Tie
from kameo.decisions.queries import read_map
from kameo.decisions.terms.words import read_term_words
from kameo.insight.coverage import coverage_of
from kameo.insight.departures import exposures, without_colleague, without_person, words
from kameo.insight.departures.colleague import people_met
from kameo.insight.departures.reading import colleagues_for, exchanges_with, read_without


@require_safe
def departure(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/departure/?person=… or ?colleague=…; with nobody chosen, the choice alone."""
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    view = read_map(account, request.user)
    people = sorted((card for card in view.rated if not card.unknown), key=lambda card: card.name)
    exchanges = exchanges_with({card.person_id for card in view.cards})
    met = {pk for one in exchanges for pk in one.colleagues}
    colleagues = colleagues_for(account, *met, *(card.owner_id for card in view.rated))
    context = {
        "account": account,
        "people": people,
        "chosen": None,
        "person_options": [("", _("Choose a person")), *((card.person_id, card.name) for card in people)],
        "colleague_options": [("", _("Choose a colleague")), *((one.pk, one.full_name) for one in colleagues)],
        "person_id": number_of(request.GET.get("person", "")),
        "colleague_id": number_of(request.GET.get("colleague", "")),
    }
    if context["person_id"]:
        context |= _person(request, account, view, people, exchanges, context["person_id"])
    elif context["colleague_id"]:
        context |= _colleague(request, account, view, colleagues, exchanges, context["colleague_id"])
    return render(request, "insight/departure.html", context)


def _person(request: HttpRequest, account: Account, view: Any, people: Any, exchanges: Any, pk: int) -> dict[str, Any]:
    card = next((one for one in people if one.person_id == pk), None)
    if card is None:
        raise Http404("nobody of this map")
    before = coverage_of(account, request.user)[1]
    loss = without_person(view, before, _recent(exchanges), pk)
    names, said = _person_names(view), read_term_words()
    return _shared(request, account, view, loss) | {
        "chosen": "person",
        "card": card,
        "name": card.name,
        "finding": words.finding_of_person(card.name, account.name, loss),
        "topics": said.names(TermList.TOPIC, loss.topics),
        "motivations": said.names(TermList.MOTIVATION, loss.motivations),
        "roles": said.names(TermList.ROLE, loss.roles),
        "lines": [_tie_line(view, one) for one in loss.links],
        "cut": [(one, names[one]) for one in loss.cut if one in names],
        "successors": [(one.card, words.reasons_of(one, said)) for one in loss.successors],
    }


def _colleague(
    request: HttpRequest, account: Account, view: Any, colleagues: Any, exchanges: Any, pk: int
) -> dict[str, Any]:
    chosen = next((one for one in colleagues if one.pk == pk), None)
    if chosen is None:
        raise Http404("nobody of ours here")
    before = coverage_of(account, request.user)[1]
    recent = _recent(exchanges)
    active = [one.pk for one in colleagues]
    without = read_without(pk, people_met(recent, pk))
    loss = without_colleague(view, before, recent, pk, active=active, without=without)
    names, ours = _person_names(view), {one.pk: one.full_name for one in colleagues}
    known = [
        (ours[one.colleague_id], [names[p] for p in one.persons if p in names])
        for one in loss.knowers
        if one.colleague_id in ours
    ]
    return _shared(request, account, view, loss) | {
        "chosen": "colleague",
        "name": chosen.full_name,
        "finding": words.finding_of_colleague(chosen.full_name, loss),
        "alone": [(one, names[one]) for one in loss.alone if one in names],
        "cut": [(one, names[one]) for one in loss.cut if one in names and one not in loss.alone],
        "knowers": sorted(known),
    }


def _shared(request: HttpRequest, account: Account, view: Any, loss: Any) -> dict[str, Any]:
    pulse = getattr(account, "pulse", None)
    lines = [fetch(request.user, account, pulse) for fetch in exposures]
    return {
        "loss": loss,
        "rows": words.rows_of(loss),
        "exposed": [one for one in lines if one is not None],
        "may_write": rules.can_write(request.user),
    }


def _tie_line(view: Any, line: Any) -> str:
    names = {card.stake_id: card.name for card in view.cards}
    return f"{names[line.source_stake_id]} {Tie(line.kind).label} {names[line.target_stake_id]}"


def _person_names(view: Any) -> dict[int, str]:
    return {card.person_id: card.name for card in view.cards}


def _recent(exchanges: Any) -> list[Any]:
    return [one for one in exchanges if one.recent]
