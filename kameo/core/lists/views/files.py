"""A list as a file: the same filters, columns and order, every page of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from kameo.core.lists import files
from kameo.core.lists.here import open_list
from kameo.core.lists.rows import rows_for


@require_GET
def list_export(request: HttpRequest, key: str, **place: int) -> HttpResponseBase:
    """`?format=csv|xlsx` with the list's own address, or `id` for chosen rows.

    `cols` gives the file the list's columns; without it, it holds everything.
    """
    here = open_list(request, key, place)
    noun, state = here.noun, here.state
    if noun.export is not None:
        return noun.export(here, request.GET.get("format", ""))  # type: ignore[no-any-return]
    columns = files.file_columns(noun, request.user, state.columns)
    rows = rows_for(
        noun, request.user, here.criteria, sort=state.sort, descending=state.descending, names=noun.reads(columns)
    )
    write = files.as_xlsx if request.GET.get("format") == "xlsx" else files.as_csv
    return write(noun, rows, columns)
