"""Lines that look like an account, or whose customer nobody knows: which account each one is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kameo.accounts.names.lookup import choices_for
from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast
from kameo.exchange import domain
from kameo.exchange.models import Import
from kameo.exchange.pages import doubts
from kameo.exchange.queries import open_doubts, settled_doubts
from kameo.exchange.views.guards import visible_import


@require_POST
def import_decisions(request: HttpRequest, import_id: int) -> HttpResponse:
    """POST /imports/<id>/decisions/: `line.<n>` for each, or `all` for every open one; then the plan is made again."""
    record = visible_import(request, import_id)
    answers = doubts.answers_in(request.POST.dict(), request.user)
    if any(answer.problem for answer in answers.values()):
        return _ask_again(request, record, answers)
    try:
        settled = _settle_doubts(request, record, answers) + _recognise_people(request, record)
        if settled:
            domain.request_plan(record)
            words = ngettext("%(num)s decision kept.", "%(num)s decisions kept.", settled)
            toast(request, words % {"num": settled})
        else:
            failure(request, _("Nothing was chosen yet: choose for one line at least."))
    except DomainError as error:
        failure(request, error)
    return redirect(f"{reverse('imports:page', args=[record.pk])}#decisions")


def _settle_doubts(request: HttpRequest, record: Import, answers: dict[int, doubts.DoubtAnswer]) -> int:
    """How many lines were decided, or thought again."""
    if "all" in request.POST:
        choice = request.POST["all"]
        return domain.decide_all(record, choice="" if choice == "forget" else choice, by=request.user)
    before = record.options.get("decisions") or {}
    given = {str(line): "" if one.choice == "forget" else one.choice for line, one in answers.items()}
    changed = {line: choice for line, choice in given.items() if choice != before.get(line, "")}
    if changed:
        domain.decide(record, decisions=changed, by=request.user)
    return len(changed)


def _recognise_people(request: HttpRequest, record: Import) -> int:
    """How many people of the file were recognised, or said to be new."""
    given = doubts.people_in(request.POST.dict())
    if given:
        domain.decide(record, decisions=given, by=request.user)
    return len(given)


def _ask_again(request: HttpRequest, record: Import, answers: dict[int, doubts.DoubtAnswer]) -> HttpResponse:
    """The lines of the form once more, with the accounts that match what was typed."""
    known = [(doubt, "") for doubt in open_doubts(record)] + list(settled_doubts(record))
    pairs = [pair for pair in known if pair[0].line in answers]
    context = {"record": record, "rows": doubts.rows_of(pairs, request.user, answers)}
    context["may_create"] = domain.may_create(record)
    return render(request, "exchange/decisions.html", context, status=422)


@require_safe
def import_customers(request: HttpRequest, import_id: int) -> HttpResponse:
    """GET /imports/<id>/customers/?line=<n>&other_<n>_search=…: the list beside “another account” (htmx)."""
    record = visible_import(request, import_id)
    line = request.GET.get("line", "")
    line = line if line.isascii() and line.isdecimal() else "0"
    typed = request.GET.get(f"other_{line}_search", "").strip()
    offered = choices_for(request.user, typed) if typed else []
    context = {"record": record, "line": line, "offered": offered, "typed": typed}
    return render(request, "exchange/customers.html", context)
