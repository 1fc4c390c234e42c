"""Back to the page where the button was."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def back_to(request: HttpRequest, fallback: str) -> str:
    """The page that the form or the address names as `next`, when it is one of ours; `fallback` otherwise."""
    return ours_or(request, request.POST.get("next") or request.GET.get("next") or "", fallback)


def ours_or(request: HttpRequest, target: str, fallback: str) -> str:
    """`target` when it is an address of this site, `fallback` otherwise: nobody is sent elsewhere by a link."""
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if ours else fallback
