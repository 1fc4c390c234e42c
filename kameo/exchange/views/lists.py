"""All imports, and the place to drop a file."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kameo.core.errors import DomainError
from kameo.exchange import domain
from kameo.exchange.models import Import
from kameo.exchange.views.guards import kinds_for

PAGE = 50
ACCEPTED = ".csv,.tsv,.txt,.xls,.xlsx,.xlsm,.ods,.vcf,.vcard,.json,.xml,.zip,.gz"


@require_safe
def import_list(request: HttpRequest) -> HttpResponse:
    """GET /imports/: the latest first, with where each stands."""
    kinds = kinds_for(request.user)
    rows = Import.objects.visible_to(request.user).select_related("by").order_by("-id")
    after = request.GET.get("after", "")
    if after.isdecimal():
        rows = rows.filter(pk__lt=min(int(after), 2**62))
    found = list(rows[: PAGE + 1])
    if not kinds and not found:
        raise PermissionDenied("imports")
    labels = {importer.kind: importer.label for importer in kinds}
    next_url = f"?after={found[PAGE - 1].pk}" if len(found) > PAGE else None
    context = {"rows": found[:PAGE], "kinds": kinds, "labels": labels, "next_url": next_url, "accept": ACCEPTED}
    return render(request, "exchange/list.html", context)


@require_http_methods(["GET", "POST"])
def import_new(request: HttpRequest) -> HttpResponse:
    """GET chooses what to import; POST takes the file in, recognises it and goes on to its columns."""
    kinds = kinds_for(request.user)
    if not kinds:
        raise PermissionDenied("imports")
    given = request.POST if request.method == "POST" else request.GET
    context = {"kinds": kinds, "kind": given.get("kind") or kinds[0].kind, "accept": ACCEPTED, "error": ""}
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            context["error"] = _("Choose a file first.")
        else:
            try:
                record = domain.create_import(
                    kind=context["kind"], file=file, name=file.name or "file", by=request.user
                )
            except DomainError as error:
                context["error"] = str(error)
            else:
                return redirect("imports:page", record.pk)
    return render(request, "exchange/new.html", context, status=422 if context["error"] else 200)
