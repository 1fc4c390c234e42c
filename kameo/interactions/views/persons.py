"""All interactions with one person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.contacts.models import Person
from kameo.core.access import get_visible
from kameo.interactions.persons import sheet


@require_safe
def person_exchanges(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET /persons/<id>/exchanges/?kind=…&before=…: for whoever sees the person, the exchanges that they may read."""
    person = get_visible(Person.objects, request.user, pk=person_id)
    asked = {name: request.GET.get(name, "").replace("\x00", "")[:80] for name in ("kind", "before")}
    context = sheet.interactions_context(request.user, person, **asked)
    return render(request, "interactions/person_exchanges.html", {"person": person, **context})
