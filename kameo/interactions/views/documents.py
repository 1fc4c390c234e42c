"""The documents of an account, one document, and its content: nothing is served without authorisation."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.models import Account
from kameo.core import panels, preferences
from kameo.core.access import get_visible
from kameo.core.errors import DomainError
from kameo.core.files import attachment
from kameo.core.ui.toasts import failure, toast
from kameo.interactions import domain, queries, rules
from kameo.interactions.documents import previews
from kameo.interactions.domain.documents import stored_name
from kameo.interactions.forms import DocumentForm
from kameo.interactions.models import Document, DocumentVersion
from kameo.interactions.records import DOCUMENTS


@require_http_methods(["GET", "POST"])
def account_documents(request: HttpRequest, account_id: int) -> HttpResponse:
    account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    if request.method == "POST":
        return _add(request, account)
    context = {
        "account": account,
        "tabs": panels.tabs_for(request.user, account, "documents"),
        "page": queries.documents_of(request.user, account, after=request.GET.get("after", "")),
        "may_add": rules.can_write_documents(request.user),
        "most_mb": preferences.get("documents.max_mb"),
    }
    return render(request, "interactions/documents.html", context)


def _add(request: HttpRequest, account: Account) -> HttpResponse:
    """Each file on its own: one that is refused does not keep the others out."""
    rules.require(rules.can_write_documents(request.user), "documents.write")
    added, refusals = [], []
    for file in request.FILES.getlist("files"):
        try:
            with transaction.atomic():
                added.append(domain.add_document(account=account, by=request.user, file=file))
        except DomainError as error:
            refusals.append(f"{file.name}: {error}")
    if len(added) == 1:
        toast(request, _("Document added."), undo_url=DOCUMENTS.address("bin", row=added[0]))
    elif added:
        toast(
            request, ngettext("%(num)s document added.", "%(num)s documents added.", len(added)) % {"num": len(added)}
        )
    for refusal in refusals or ([] if added else [_("Choose at least one file.")]):
        failure(request, refusal)
    return redirect("account-documents", account.pk)


@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    row = get_visible(Document.objects.select_related("account__pulse", "owner"), request.user, pk=document_id)
    form = DocumentForm(request.POST or None, instance=row)
    if request.method == "POST":
        rules.require(rules.can_write_documents(request.user), "documents.write")
        if form.is_valid():
            DOCUMENTS.change(row, by=request.user, **form.cleaned_data)
            toast(request, DOCUMENTS.words.saved)
            return redirect("document", row.pk)
    return render(request, "interactions/document.html", _document_context(request, row, form))


def _document_context(request: HttpRequest, row: Document, form: DocumentForm) -> dict[str, Any]:
    versions = list(row.versions.select_related("added_by").defer("text", "search"))
    newest = versions[0]
    return {
        "document": row,
        "account": row.account,
        "form": form,
        "versions": versions,
        "newest": newest,
        "pages": range(1, previews.pages_of(newest) + 1),
        "may_write": rules.can_write_documents(request.user),
        "may_bin": rules.can_bin_document(request.user, row),
        "tabs": panels.tabs_for(request.user, row.account, "documents"),
    }


@require_POST
def version_add(request: HttpRequest, document_id: int) -> HttpResponse:
    row = get_visible(Document.objects.select_related("interaction", "account"), request.user, pk=document_id)
    rules.require(rules.can_write_documents(request.user), "documents.write")
    file = request.FILES.get("file")
    try:
        if file is None:
            raise DomainError("file_missing", _("Choose a file."), field="file")
        domain.add_version(row, by=request.user, file=file)
        toast(request, _("Version added; the former one stays below."))
    except DomainError as error:
        failure(request, str(error))
    return redirect("document", row.pk)


@require_safe
@cache_control(private=True, no_cache=True)
def version_file(request: HttpRequest, version_id: int) -> FileResponse:
    """The content as it was sent, always to save and never to run here."""
    version = get_visible(DocumentVersion.objects, request.user, pk=version_id)
    try:
        file = default_storage.open(stored_name(version.sha256))
    except FileNotFoundError as error:
        raise Http404("no content") from error
    response = FileResponse(file, content_type=version.content_type)
    response.headers["Content-Disposition"] = attachment(version.filename)
    response.headers["Content-Length"] = str(version.size)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_safe
@cache_control(private=True, max_age=3600)
def version_page(request: HttpRequest, version_id: int, page: int) -> HttpResponse:
    """A picture of one page, drawn by us."""
    version = get_visible(DocumentVersion.objects, request.user, pk=version_id)
    picture = previews.picture(version, page)
    if picture is None:
        raise Http404("no picture")
    return HttpResponse(picture, content_type="image/png", headers={"Content-Security-Policy": "default-src 'none'"})
