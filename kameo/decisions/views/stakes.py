"""One person on one map: rating them, what that rests on, putting them on and taking them off (R58-R63, R72)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.contacts.models import Person
from kameo.contacts.sheet.wording import Remark, remarks_on
from kameo.core.access import get_visible, needs, require
from kameo.core.errors import DomainError
from kameo.core.ui.back import back_to
from kameo.core.ui.toasts import failure, toast
from kameo.decisions import domain
from kameo.decisions.enums import Grade
from kameo.decisions.evidence.guidance import GUIDES
from kameo.decisions.forms.stakes import AddForm, EvidenceForm, StakeForm
from kameo.decisions.models import DecisionMap, Evidence, Stake
from kameo.decisions.queries.arguments import arguments_for
from kameo.decisions.queries.candidates import people_to_add
from kameo.decisions.queries.stakes import Backing, backing_of, claim_name, label_of
from kameo.decisions.terms.words import read_term_words
from kameo.people.enums import Right

FOUND = 50  # people offered at once


@require_http_methods(["GET", "POST"])
def stake_edit(request: HttpRequest, stake_id: int) -> HttpResponse:
    """GET and POST /stakes/<id>/edit/: everything rated, with what it rests on. Readers read."""
    stake, words = _stake(request, stake_id), read_term_words()
    may_write = rules.can_write(request.user)
    form = StakeForm(request.POST or None, by=request.user, stake=stake, words=words)
    if request.method == "POST":
        require(request.user, Right.WRITE_PERSONS)
        if form.is_valid() and form.save():
            toast(request, _("Saved."))
            return redirect(back_to(request, map_address(stake.map)))
    backing = backing_of(stake, words, request.user)
    context = {
        "remarks": _remarks(form, backing),
        "form": form,
        "stake": stake,
        "person": stake.person,
        "map": stake.map,
        "account": stake.map.account,
        "may_write": may_write,
        "backing": backing,
        "evidence_form": EvidenceForm(by=request.user, stake=stake, words=words),
        "arguments": arguments_for(stake, request.user, words=words),
        "next": request.GET.get("next", ""),
    }
    return render(request, "decisions/stakes/edit.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.WRITE_PERSONS)
def evidence_add(request: HttpRequest, stake_id: int) -> HttpResponse:
    """POST /stakes/<id>/evidence/: one more piece, with its undo."""
    stake, words = _stake(request, stake_id), read_term_words()
    form = EvidenceForm(request.POST, by=request.user, stake=stake, words=words)
    if form.is_valid() and form.save():
        made = stake.evidence.order_by("-pk").first()
        toast(request, _("Evidence noted."), undo_url=reverse("decisions:evidence-withdraw", args=[made.pk]))
        return redirect("decisions:stake-edit", stake.pk)
    context = {"form": form, "stake": stake, "person": stake.person, "account": stake.map.account}
    return render(request, "decisions/stakes/evidence.html", context, status=422)


@require_POST
@needs(Right.WRITE_PERSONS)
def evidence_withdraw(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """POST /evidence/<id>/withdraw/, with its undo."""
    row = _evidence(request, evidence_id)
    domain.withdraw_evidence(row, by=request.user)
    toast(request, _("Evidence withdrawn."), undo_url=reverse("decisions:evidence-restore", args=[row.pk]))
    return redirect("decisions:stake-edit", row.stake_id)


@require_POST
@needs(Right.WRITE_PERSONS)
def evidence_restore(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """POST /evidence/<id>/restore/."""
    row = _evidence(request, evidence_id)
    domain.give_back_evidence(row, by=request.user)
    toast(request, _("The evidence counts again."))
    return redirect("decisions:stake-edit", row.stake_id)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def guide(request: HttpRequest, stake_id: int, claim: str) -> HttpResponse:
    """GET /stakes/<id>/guide/<claim>/: the questions; POST their answers: what they choose; `use=1` keeps it."""
    stake = _stake(request, stake_id)
    if claim not in GUIDES:
        raise Http404(claim)
    found, answers = GUIDES[claim], {key: value for key, value in request.POST.items() if key != "sentence"}
    advice = found.advise(answers) if request.method == "POST" else None
    if advice is not None and request.POST.get("use"):
        sentence = request.POST.get("sentence", "").strip() or advice.sentence
        proof = [{"claim": claim, "grade": advice.grade, "sentence": sentence}] if sentence else []
        if _rate(request, stake, {claim: advice.value}, proof):
            return redirect("decisions:stake-edit", stake.pk)
    context = {
        "stake": stake,
        "person": stake.person,
        "account": stake.map.account,
        "guide": found,
        "answers": answers,
        "advice": advice,
        "claim_label": claim_name(claim),
        "value_label": label_of(claim, advice.value, read_term_words()) if advice else "",
        "grade_label": Grade(advice.grade).label if advice else "",
    }
    return render(request, "decisions/stakes/guide.html", context)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def stake_new(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/map/add/: `map` a named map, `way` known, new, placeholder or external, `q`."""
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    asked = request.POST if request.method == "POST" else request.GET
    place, way = _named_map(request, account, asked.get("map", "")), asked.get("way", "known")
    way = way if way in dict(AddForm.WAYS) else "known"
    form = AddForm(request.POST or None, by=request.user, account=account, map=place, way=way)
    if request.method == "POST" and form.is_valid() and form.save():
        undo = reverse("decisions:stake-remove", args=[form.made.pk])
        toast(request, _("%(name)s is on the map.") % {"name": form.made.person.full_name}, undo_url=undo)
        return redirect("decisions:stake-edit", form.made.pk)
    text = asked.get("q", "").replace("\x00", "").strip()[:120]
    people = people_to_add(account, place, request.user, way=way, text=text, most=FOUND)
    context = {
        "form": form,
        "account": account,
        "map": place,
        "way": way,
        "ways": AddForm.WAYS,
        "q": text,
        "people": people,
        "full": len(people) == FOUND,
    }
    return render(request, "decisions/stakes/new.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.WRITE_PERSONS)
def stake_add(request: HttpRequest, map_id: int) -> HttpResponse:
    """POST /maps/<id>/stakes/: `person`; then rating them."""
    found: DecisionMap = get_visible(DecisionMap.objects.select_related("account"), request.user, pk=map_id)
    return _put_on_map(request, found)


@require_POST
@needs(Right.WRITE_PERSONS)
def stake_add_here(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/map/stakes/: `person`, on the account's own map, made when it is the first."""
    account: Account = get_visible(Account.objects, request.user, pk=account_id)
    person = _person(request)
    there = Stake.objects.visible_to(request.user).filter(map__account=account, map__main=True, person=person).first()
    if there is not None:
        return redirect("decisions:stake-edit", there.pk)
    return _put_on_map(request, domain.main_map(account, by=request.user))


@require_POST
@needs(Right.WRITE_PERSONS)
def stake_remove(request: HttpRequest, stake_id: int) -> HttpResponse:
    """POST /stakes/<id>/remove/, with its undo."""
    stake = _stake(request, stake_id)
    domain.take_off_map(stake, by=request.user)
    undo = reverse("decisions:stake-restore", args=[stake.pk])
    toast(request, _("%(name)s is off the map.") % {"name": stake.person.full_name}, undo_url=undo)
    return redirect(map_address(stake.map))


@require_POST
@needs(Right.WRITE_PERSONS)
def stake_restore(request: HttpRequest, stake_id: int) -> HttpResponse:
    """POST /stakes/<id>/restore/."""
    rows = Stake.objects.reachable_by(request.user).select_related("map__account", "person")
    stake = rows.filter(pk=stake_id, removed_at__isnull=False).first()
    if stake is None:
        raise Http404("no such stake off a map")
    domain.put_back(stake, by=request.user)
    toast(request, _("%(name)s is back on the map.") % {"name": stake.person.full_name})
    return redirect(map_address(stake.map))


def _remarks(form: StakeForm, backing: Backing) -> list[Remark]:
    """What asks for a second look in the note and in the evidence, typed or kept (R187)."""
    kept = [row.sentence for row in backing.evidence if not row.withdrawn]
    return remarks_on("\n".join([str(form[name].value() or "") for name in ("note", "proof_sentence")] + kept))


def map_address(map: DecisionMap) -> str:
    return reverse("decisions:map", args=[map.account_id]) if map.main else reverse("decisions:map-one", args=[map.pk])


def _put_on_map(request: HttpRequest, map: DecisionMap) -> HttpResponse:
    try:
        stake = domain.put_on_map(map, person=_person(request), by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect(map_address(map))
    undo = reverse("decisions:stake-remove", args=[stake.pk])
    toast(request, _("%(name)s is on the map.") % {"name": stake.person.full_name}, undo_url=undo)
    return redirect("decisions:stake-edit", stake.pk)


def _person(request: HttpRequest) -> Person:
    found: Person = get_visible(Person.objects, request.user, pk=request.POST.get("person") or 0)
    return found


def _rate(request: HttpRequest, stake: Stake, ratings: dict[str, Any], proofs: list[dict[str, Any]]) -> bool:
    try:
        domain.change_stake(stake, by=request.user, evidence=proofs, **ratings)
    except DomainError as error:
        failure(request, error)
        return False
    toast(request, _("Saved, with its evidence."))
    return True


def _named_map(request: HttpRequest, account: Account, asked: str) -> DecisionMap | None:
    """The named map asked for; None is the account's own."""
    if not asked:
        return None
    found: DecisionMap = get_visible(
        DecisionMap.objects.select_related("account"), request.user, pk=asked, account=account
    )
    return found


def _stake(request: HttpRequest, stake_id: int) -> Stake:
    rows = Stake.objects.select_related("map__account", "person", "owner")
    found: Stake = get_visible(rows, request.user, pk=stake_id)
    return found


def _evidence(request: HttpRequest, evidence_id: int) -> Evidence:
    rows = Evidence.objects.select_related("stake__map__account", "stake__person")
    found: Evidence = get_visible(rows, request.user, pk=evidence_id)
    return found
