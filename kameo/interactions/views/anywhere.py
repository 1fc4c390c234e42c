"""Logging a call, a note or a meeting from anywhere: choose the account, write one line.

With JavaScript it is a small dialog over the page one is on; without, a page of its own.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kameo.accounts.enums import Kind
from kameo.accounts.models import Account
from kameo.accounts.names.lookup import AccountChoice, choices_for
from kameo.core.errors import DomainError
from kameo.core.ui.fragments import is_fragment
from kameo.core.ui.toasts import toast
from kameo.interactions import rules
from kameo.interactions.forms import InteractionForm
from kameo.interactions.queries import recent_accounts
from kameo.interactions.records import INTERACTIONS
from kameo.interactions.timeline import composer
from kameo.interactions.views.interactions import log_with_documents, logged_words

MOST_OFFERED = 8
KINDS = [Kind.GROUP, Kind.COMPANY, Kind.DIVISION, Kind.SITE]
PAGE, DIALOG = "interactions/log_anywhere.html", "interactions/log_dialog.html"


@require_http_methods(["GET", "POST"])
def log_anywhere(request: HttpRequest, kind: str) -> HttpResponse:
    """GET and POST /log/<kind>/. `find` looks the account up, `with` the people; both keep what was typed.

    `?account=…&person=…` proposes them, as a person's sheet does.
    """
    rules.require(rules.can_log(request.user, kind), "interactions.write")
    if request.method == "POST" and not {"find", "with"} & set(request.POST):
        return _logged(request, kind)
    return _render_dialog(request, kind, status=200)


@require_safe
def log_accounts(request: HttpRequest) -> HttpResponse:
    """GET /log/accounts/?account_search=…: the accounts to choose from (htmx)."""
    rules.require(bool(rules.kinds_for(request.user)), "interactions.write")
    return render(request, "interactions/_log_accounts.html", _accounts(request, request.GET))


@require_safe
def log_people(request: HttpRequest) -> HttpResponse:
    """GET /log/people/?account=…&who=…: who may have taken part, those ticked already first (htmx)."""
    rules.require(bool(rules.kinds_for(request.user)), "interactions.write")
    account = _chosen_account(request.GET, request.user)
    people = composer.people_of(request.user, account, request.GET) if account else None
    return render(request, "interactions/_people.html", {"people": people, "form_id": request.GET.get("form", "")})


def _logged(request: HttpRequest, kind: str) -> HttpResponse:
    account = _chosen_account(request.POST, request.user)
    form = InteractionForm(request.POST, request.FILES, by=request.user)
    errors = [str(one[0]) for one in form.errors.values()]
    if account is not None and not errors:
        try:
            row, unable = log_with_documents(request, account, form)
        except DomainError as error:
            errors = [str(error)]
        else:
            toast(
                request,
                logged_words(row, unable),
                undo_url=INTERACTIONS.address("bin", row=row),
                url=f"{reverse('account', args=[account.pk])}#i-{row.pk}",
                url_label=account.name,
            )
            return _render_done(request, account, row)
    unknown = _("Choose the account first.") if account is None else ""
    return _render_dialog(request, kind, form=form, errors=errors, unknown=unknown, status=422)


def _render_done(request: HttpRequest, account: Account, row: Any) -> HttpResponse:
    if not is_fragment(request):
        return composer.back_to_account(request, account, row)
    response = render(request, "interactions/log_done.html")
    response.headers["HX-Trigger"] = composer.CHANGED
    return response


def _render_dialog(
    request: HttpRequest, kind: str, *, status: int, form: InteractionForm | None = None, **more: Any
) -> HttpResponse:
    given = request.POST if request.method == "POST" else request.GET
    form = form or InteractionForm(by=request.user)
    form.auto_id = "log_%s"  # the composer of the page below has the same names
    context = {
        "form": form,
        "kind": given.get("kind") or kind,
        "kinds": composer.kinds_of(request.user),
        "address": reverse(f"log-{kind}"),
        "text": given.get("text", ""),
        "errors": [],
        "unknown": "",
        **_accounts(request, given),
        **more,
    }
    account = _chosen_account({"account": context["chosen"]}, request.user)
    asks = account is not None and composer.asks_people(given)
    context["people"] = composer.people_of(request.user, account, given) if asks and account else None
    return render(request, DIALOG if is_fragment(request) else PAGE, context, status=status)


def _accounts(request: HttpRequest, given: Any) -> dict[str, Any]:
    """The accounts that what was typed finds, the first one chosen; else those opened last, none chosen."""
    typed, chosen = given.get("account_search", "").strip(), given.get("account", "")
    offered: list[AccountChoice] = _find_accounts(request, typed) if typed else recent_accounts(request.user)
    if not typed and chosen not in {"", *(str(one.id) for one in offered)}:
        account = _chosen_account(given, request.user)
        offered = [AccountChoice(account.pk, account.name, account.kind, ""), *offered] if account else offered
    if typed and offered and chosen not in {str(one.id) for one in offered}:
        chosen = str(offered[0].id)
    return {"accounts": offered, "typed": typed, "chosen": chosen}


def _find_accounts(request: HttpRequest, typed: str) -> list[AccountChoice]:
    """What is typed is most often a group or a company: their sites come after them."""
    found = choices_for(request.user, typed, limit=4 * MOST_OFFERED)
    return sorted(found, key=lambda choice: KINDS.index(choice.kind))[:MOST_OFFERED]


def _chosen_account(given: Any, user: Any) -> Account | None:
    raw = given.get("account", "")
    if not (raw.isascii() and raw.isdecimal() and len(raw) < 19):
        return None
    found: Account | None = Account.objects.visible_to(user).filter(pk=int(raw)).first()
    return found
