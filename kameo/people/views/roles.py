"""Rights as a matrix: a line for each right, a column for each role."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.core.access import SignedIn, needs
from kameo.core.choices.forms import ChoiceForm
from kameo.core.errors import DomainError
from kameo.core.ui.answers import form_page, say_and_go
from kameo.core.ui.toasts import failure
from kameo.people.choices import ROLES
from kameo.people.enums import Right
from kameo.people.forms import RoleForm
from kameo.people.models import Role

manages_users = needs(Right.MANAGE_USERS)


@manages_users
@require_GET
def role_list(request: SignedIn) -> HttpResponse:
    return _matrix(request, status=200)


@manages_users
@require_POST
def role_matrix(request: SignedIn) -> HttpResponse:
    """Every role of the page at once; a refusal leaves all of them as they were."""
    try:
        with transaction.atomic():
            for role in Role.objects.filter(pk__in=request.POST.getlist("role")):
                rights = request.POST.getlist(f"rights-{role.pk}")
                if set(rights) != set(role.rights):
                    ROLES.change(role, by=request.user, rights=rights)
    except DomainError as error:
        return _matrix(request, error=str(error), status=422)
    return say_and_go(request, _("The rights are saved: they hold from each person's next page on."), "role-list")


@manages_users
@require_http_methods(["GET", "POST"])
def role_create(request: SignedIn) -> HttpResponse:
    form = RoleForm(request.POST or None)
    save = partial(form.save, request.user)
    return form_page(request, "people/role_create.html", form, save=save, to="role-list")


@manages_users
@require_http_methods(["GET", "POST"])
def role_change(request: SignedIn, role_id: int) -> HttpResponse:
    role = get_object_or_404(Role.objects.annotate(people=Count("users")), pk=role_id)
    form = ChoiceForm(request.POST or None, choices=ROLES, by=request.user, row=role)
    return form_page(request, "people/role_change.html", form, {"role": role}, words=_("Saved."), to="role-list")


@manages_users
@require_POST
def role_deletion(request: SignedIn, role_id: int) -> HttpResponse:
    role = get_object_or_404(Role, pk=role_id)
    try:
        ROLES.delete(role, by=request.user)
    except DomainError as error:
        failure(request, str(error))
        return redirect("role-change", role_id)
    return redirect("role-list")


def _matrix(request: SignedIn, *, status: int, error: str = "") -> HttpResponse:
    roles = list(Role.objects.annotate(people=Count("users")).order_by("order", "name"))
    sections: dict[str, list[Right]] = {}
    for right in Right:
        sections.setdefault(right.value.partition(".")[0], []).append(right)
    context = {"roles": roles, "rights": [right for group in sections.values() for right in group], "error": error}
    return render(request, "people/role_list.html", context, status=status)
