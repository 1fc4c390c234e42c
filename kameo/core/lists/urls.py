"""The addresses of a list, to be included where its noun lives: `*list_urls(INVOICES)`."""

from __future__ import annotations

from django.urls import URLPattern, path

from kameo.core.lists.declaration import LIST, ListOf
from kameo.core.lists.views import cells, files, page, saved
from kameo.core.lists.views import changes as bulk

PAGES = (
    ("", page.list_page, LIST),
    ("filters/", page.filter_values, "filters"),
    ("columns/", saved.list_columns, "columns"),
    ("views/", saved.views, "views"),
    ("views/new/", saved.view_new, "view-new"),
    ("views/<int:view_id>/", saved.view_change, "view-change"),
    ("views/<int:view_id>/save/", saved.view_save, "view-save"),
    ("views/<int:view_id>/copy/", saved.view_copy, "view-copy"),
    ("views/<int:view_id>/deletion/", saved.view_delete, "view-delete"),
    ("views/<int:view_id>/restoration/", saved.view_restore, "view-restore"),
    ("views/<int:view_id>/default/", saved.view_default, "view-default"),
    ("export/", files.list_export, "export"),
)
CHANGES = (
    ("bulk/", bulk.bulk_new, "bulk-new"),
    ("bulk/<int:change_id>/", bulk.bulk_page, "bulk-page"),
    ("bulk/<int:change_id>/undo/", bulk.bulk_undo, "bulk-undo"),
    ("<int:record_id>/cells/<slug:field>/", cells.list_cell, "cell"),
)


def list_urls(noun: ListOf, prefix: str = "", *, below: bool = False) -> list[URLPattern]:
    """Its pages; `below` those of the list below its record, whose id stands in what includes them."""
    pages = (*PAGES, *CHANGES) if noun.writes else PAGES
    return [
        path(f"{prefix}{route}", view, {"key": noun.key}, name=noun.page_name(page, below=below).rpartition(":")[2])
        for route, view, page in pages
    ]
