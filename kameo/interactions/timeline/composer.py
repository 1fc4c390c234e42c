"""The composer: one line, one key. It answers htmx with itself, emptied, and tells the page to read the thread again.

Without JavaScript the same form posts and comes back to the account's page.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kameo.accounts.models import Account
from kameo.core import preferences
from kameo.core.ui.fragments import is_fragment
from kameo.interactions import queries, rules
from kameo.interactions.enums import ICONS, Direction, Occasion
from kameo.interactions.forms import InteractionForm
from kameo.interactions.models import Interaction
from kameo.people.models import User

TEMPLATE = "interactions/_composer.html"
CHANGED = "account-changed"  # the event that parts of the page listen to


def context_for(user: User, account: Account, form: InteractionForm | None = None) -> dict[str, Any] | None:
    """What the composer's template needs, None for readers; `form` brings back what was refused."""
    kinds = kinds_of(user)
    if not kinds:
        return None
    given = form.data if form is not None else {}
    return {
        "composer_account": account,
        "composer_kinds": kinds,
        "composer_given": {
            name: given.get(name, "") for name in ("kind", "text", "subject", "at", "duration", "occasion")
        },
        "composer_directions": Direction.choices,
        "composer_direction": given.get("direction", ""),
        "composer_occasions": Occasion.choices,
        "composer_people": people_of(user, account, given) if asks_people(given) else None,
        "composer_restricted": bool(given.get("restricted")),
        "composer_files": rules.can_write_documents(user),
        "composer_most_mb": preferences.get("documents.max_mb"),
        "composer_form": form if form is not None else InteractionForm(by=user),
        "composer_errors": [],
    }


def asks_people(given: Any) -> bool:
    """Whether the list of people is to be drawn at once: somebody is chosen, or there is no JavaScript."""
    return any(name in given for name in ("person", "colleague", "with"))


def people_of(user: User, account: Account, given: Any) -> dict[str, Any]:
    """What `_people.html` needs: who may have taken part, those ticked first; two queries."""
    typed = given.get("who", "").replace("\x00", "").strip()[:120]
    lists = {name: _read_ids(given, name) for name in ("person", "colleague")}
    return {
        "typed": typed,
        "persons": queries.people_at_hand(user, account, typed=typed, chosen=lists["person"]),
        "colleagues": queries.colleagues_at_hand(user, account, typed=typed, chosen=lists["colleague"]),
        "ticked": {f"{name}-{pk}" for name, ids in lists.items() for pk in ids},
    }


def _read_ids(given: Any, name: str) -> list[int]:
    values = given.getlist(name) if hasattr(given, "getlist") else []
    return [int(one) for one in values if one.isascii() and one.isdecimal() and len(one) < 19][:100]


def kinds_of(user: User) -> list[dict[str, str]]:
    """What the user may log, as the composer draws it."""
    return [{"value": one.value, "label": str(one.label), "icon": ICONS[one]} for one in rules.kinds_for(user)]


def render_refused(request: HttpRequest, account: Account, form: InteractionForm, errors: list[str]) -> HttpResponse:
    """The same words again, with what to do about them, or with the people to choose; nothing typed is lost."""
    context = {**(context_for(request.user, account, form) or {}), "composer_errors": errors, "account": account}
    if is_fragment(request):
        return render(request, TEMPLATE, context, status=422 if errors else 200)
    return render(request, "interactions/log.html", context, status=422 if errors else 200)


def render_logged(request: HttpRequest, account: Account, row: Interaction) -> HttpResponse:
    if not is_fragment(request):
        return back_to_account(request, account, row)
    context = {**(context_for(request.user, account) or {}), "with_toasts": True}
    response = render(request, TEMPLATE, context)
    response.headers["HX-Trigger"] = CHANGED
    return response


def back_to_account(request: HttpRequest, account: Account, row: Interaction | None = None) -> HttpResponse:
    place = f"#i-{row.pk}" if row is not None else ""
    return redirect(f"{reverse('account', args=[account.pk])}{place}")
