"""The list of a picker of people."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kameo.accounts.names.picker import options
from kameo.contacts.picking import people_found


@require_GET
def person_choices(request: HttpRequest) -> HttpResponse:
    """GET /persons/choices/?field=custom_x&custom_x_search=…: the list of a picker (htmx)."""
    name = request.GET.get("field", "")
    name = name if name.isidentifier() else "person"
    typed = request.GET.get(f"{name}_search", "").replace("\x00", "").strip()
    offered = people_found(request.user, typed) if typed else []
    chosen = str(offered[0].id) if offered else ""
    nothing = _("Nobody matches") if typed and not offered else _("Nobody")
    return HttpResponse(options(name, f"id_{name}", offered, chosen, nothing))
