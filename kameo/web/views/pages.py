"""Pages around the product: the offline page, the styleguide, the manifest."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.core.ui import samples


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "web/errors/offline.html")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    return render(request, "web/styleguide.html", samples.context())
