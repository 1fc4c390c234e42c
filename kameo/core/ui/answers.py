"""How a page answers once something was sent to it: done and said on the next page, or refused in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kameo.core.errors import DomainError
from kameo.core.ui.toasts import failure, toast

# An address, the name of a page, or a name with what its address takes.
Place = str | tuple[Any, ...]
# What a template takes, or what reads it: only a page that is shown costs its statements.
Context = Mapping[str, Any] | Callable[[], Mapping[str, Any]]
# Words, or what says them of what the verb returned.
Said = Any


def act_and_return(
    request: HttpRequest, act: Callable[[], Any], words: Said, to: Place, *, refused: Place = "", **undo: Any
) -> HttpResponse:
    """Run `act` and go to `to`: `words` with their undo (as `toast` takes it) stand there.

    Or why it was refused stands on `refused`, which is `to` where nothing else is said.
    """
    try:
        done = act()
    except DomainError as error:
        failure(request, str(error))
        return go_to(refused or to)
    return say_and_go(request, words(done) if callable(words) else words, to, **undo)


def say_and_go(request: HttpRequest, words: Any, to: Place, **undo: Any) -> HttpResponse:
    """Go to `to`, where `words` stand with their undo, as `toast` takes it."""
    toast(request, words, **undo)
    return go_to(to)


def go_to(to: Place) -> HttpResponse:
    return redirect(*to) if isinstance(to, tuple) else redirect(to)


def form_page(
    request: HttpRequest,
    template: str,
    form: Any,
    context: Context | None = None,
    *,
    save: Callable[[], Any] | None = None,
    done: Callable[[Any], HttpResponse] | None = None,
    words: Said = "",
    to: Place = "",
) -> HttpResponse:
    """The page of one form, and what follows once it is sent.

    `save` (the form's own, otherwise) writes, and answers nothing where it does not: 422 with words beside the fields
    where they are wrong, the page again otherwise. Then `done` answers what `save` gave; or `words` stand on `to`.
    """
    if request.method == "POST" and form.is_valid() and (saved := (save or form.save)()):
        if done is not None:
            return done(saved)
        if not words:
            return go_to(to)
        return say_and_go(request, words(saved) if callable(words) else words, to)
    read = context() if callable(context) else context or {}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, template, {**read, "form": form}, status=status)
