"""How a page answers once something was sent to it: done and said on the next page, or refused in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast


def act_and_return(request: HttpRequest, act: Callable[[], Any], words: Any, to: str, **undo: Any) -> HttpResponse:
    """Run `act` and go to `to`: `words` with their undo (as `toast` takes it) stand there, or why it was refused."""
    try:
        act()
    except DomainError as error:
        failure(request, str(error))
    else:
        toast(request, words, **undo)
    return redirect(to)


def form_page(
    request: HttpRequest, template: str, form: Any, context: Mapping[str, Any], *, done: Callable[[], HttpResponse]
) -> HttpResponse:
    """The page of one form: `done()` answers once it is saved, 422 with words beside the fields where it is wrong."""
    if request.method == "POST" and form.is_valid() and form.save():
        return done()
    return render(request, template, {**context, "form": form}, status=422 if form.errors else 200)
