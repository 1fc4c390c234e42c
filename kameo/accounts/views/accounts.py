"""Creating, editing, and changing the status of one account; the choices and likenesses its forms ask for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.accounts import domain
from kameo.accounts.enums import Status
from kameo.accounts.forms import AccountForm, QuickAccountForm
from kameo.accounts.listing.facets import sectors, tags
from kameo.accounts.models import Account
from kameo.accounts.names.likeness import likenesses
from kameo.accounts.names.lookup import choices_for
from kameo.accounts.names.picker import options
from kameo.accounts.queries.fetching import get_account_for, get_account_to_change_for
from kameo.core.access import require
from kameo.core.money import reporting_currency
from kameo.core.text import number_of
from kameo.core.ui.answers import form_page, say_and_go
from kameo.core.ui.back import back_to
from kameo.core.ui.toasts import failure
from kameo.people.enums import Right


@require_http_methods(["GET", "POST"])
def account_new(request: HttpRequest) -> HttpResponse:
    """GET and POST /accounts/new/: `parent` and `name` in the address fill the form."""
    require(request.user, Right.CREATE_ACCOUNTS)
    parent = _parent(request)
    form = AccountForm(request.POST or None, user=request.user, parent=parent, name=request.GET.get("name", "")[:250])
    return _creation(request, "accounts/form.html", form, lambda: _form_context(request, form, None))


@require_http_methods(["GET", "POST"])
def account_quick(request: HttpRequest) -> HttpResponse:
    """GET and POST /accounts/quick/: a name and a kind, from anywhere."""
    require(request.user, Right.CREATE_ACCOUNTS)
    form = QuickAccountForm(request.POST or None, user=request.user, parent=_parent(request))
    return _creation(request, "accounts/quick.html", form, lambda: {"alike": _alike(request, form)})


@require_http_methods(["GET", "POST"])
def account_edit(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET and POST /accounts/<id>/edit/."""
    account = get_account_to_change_for(request.user, account_id)
    form = AccountForm(request.POST or None, user=request.user, account=account)

    def context() -> dict[str, Any]:
        return _form_context(request, form, get_account_for(request.user, account_id))

    def words(_saved: Account) -> str:
        return _("%(name)s is saved.") % {"name": account.name}

    return form_page(request, "accounts/form.html", form, context, words=words, to=("account", account.pk))


@require_POST
def account_status(request: HttpRequest, account_id: int) -> HttpResponse:
    """POST /accounts/<id>/status/: the toast sets it back."""
    account = get_account_to_change_for(request.user, account_id)
    before, status = account.status, request.POST.get("status", "")
    to = back_to(request, reverse("account", args=[account.pk]))
    if status not in Status.values:
        failure(request, _("Choose one of the four statuses."))
        return redirect(to)
    domain.set_status(account, status=status, by=request.user)
    words = _("%(name)s: %(status)s.") % {"name": account.name, "status": Status(status).label}
    undo = reverse("accounts:status", args=[account.pk])
    return say_and_go(request, words, to, undo_url=undo, fields={"status": before})


@require_GET
def account_choices(request: HttpRequest) -> HttpResponse:
    """GET /accounts/choices/?field=parent&parent_search=…: the list of a picker (htmx)."""
    name = request.GET.get("field", "")
    name = name if name.isidentifier() else "parent"
    outside = number_of(request.GET.get("outside", ""))
    typed = request.GET.get(f"{name}_search", "").strip()
    offered = choices_for(request.user, typed, outside=outside) if typed else []
    chosen = str(offered[0].id) if offered else ""
    nothing = _("No account matches") if typed and not offered else _("Nothing above it")
    return HttpResponse(options(name, f"id_{name}", offered, chosen, nothing))


@require_GET
def account_likenesses(request: HttpRequest) -> HttpResponse:
    """GET /accounts/likenesses/?name=…: a warning while a name is typed (htmx)."""
    require(request.user, Right.CREATE_ACCOUNTS)
    name = request.GET.get("name", "").replace("\x00", "")[:250].strip()
    numbers = [text for key, text in request.GET.items() if key.endswith("-value")]
    alike = likenesses(request.user, name=name, numbers=numbers[:20]) if len(name) > 2 else []
    return render(request, "accounts/likenesses.html", {"alike": alike, "submitted": False})


def _parent(request: HttpRequest) -> Account | None:
    return Account.objects.visible_to(request.user).filter(pk=number_of(request.GET.get("parent", ""))).first()


def _warned(request: HttpRequest, form: Any) -> bool:
    """Whether to ask first: it looks like another account and nobody said to go on."""
    return bool(form.likenesses) and "anyway" not in request.POST


def _alike(request: HttpRequest, form: Any) -> list[Any]:
    submitted = request.method == "POST" and form.is_valid() and not getattr(form, "account", None)
    return form.likenesses if submitted else []


def _form_context(request: HttpRequest, form: AccountForm, account: Account | None) -> dict[str, Any]:
    return {
        "account": account,
        "alike": _alike(request, form),
        "currency": reporting_currency(),
        "sectors": sectors(request.user),
        "known_tags": tags(request.user),
    }


def _creation(request: HttpRequest, template: str, form: Any, context: Any) -> HttpResponse:
    def done(account: Account) -> HttpResponse:
        undo = reverse("accounts:bin-one", args=[account.pk]) if request.user.can(Right.BIN_ACCOUNTS) else None
        words = _("%(name)s is created.") % {"name": account.name}
        return say_and_go(request, words, ("account", account.pk), undo_url=undo)

    return form_page(
        request, template, form, context, save=lambda: not _warned(request, form) and form.save(), done=done
    )
