"""How an answer travels: not at all where the browser has it already, compressed otherwise (decision 0027)."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

COMPRESSIBLE = ("text/", "application/json", "application/problem+json", "image/svg+xml")
SHORTEST = 800  # bytes, below which compression sends no packet less
BROTLI_QUALITY, GZIP_LEVEL = 1, 1  # a list of 100 kB: 11 kB in 0.15 ms; more costs more than it saves
# Masked anew in each answer, so that compression tells nothing of it (BREACH); the secret below is the same.
CSRF_TOKEN = re.compile(rb'(?:name="csrfmiddlewaretoken" value="|"X-CSRFToken": ")[A-Za-z0-9]{64}')


class TransportMiddleware:
    """Names the state of a page (ETag), answers 304 to who has it, and compresses what it sends.

    Files and streams go as they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or response.has_header("Content-Encoding"):
            return response
        if not response.headers.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if request.method == "GET" and response.status_code == 200 and not response.has_header("ETag"):
            response["ETag"] = state_of(request, response.content)
            conditional = get_conditional_response(request, etag=response["ETag"], response=response)
            if conditional is not None and conditional.status_code == 304:
                return conditional
        return _compressed(request, response)


def state_of(request: HttpRequest, content: bytes) -> str:
    """The ETag: weak, since one state is sent in several encodings, and blind to how its tokens are masked.

    A page kept by the browser holds a token of its day: it counts as the same only under the same secret.
    """
    state = hashlib.blake2b(CSRF_TOKEN.sub(b"", content), digest_size=12)
    state.update(str(request.META.get("CSRF_COOKIE", "")).encode())
    return f'W/"{state.hexdigest()}"'


def _accepted(request: HttpRequest) -> set[str]:
    """The encodings that the browser takes: one of quality 0 is refused by name."""
    asked = (one.replace(" ", "").lower().split(";q=") for one in request.headers.get("Accept-Encoding", "").split(","))
    return {name for name, *quality in asked if not quality or quality[0].strip("0.")}


def _compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if len(response.content) < SHORTEST:
        return response
    accepted = _accepted(request)
    if "br" in accepted:
        response.content, response["Content-Encoding"] = brotli.compress(response.content, quality=BROTLI_QUALITY), "br"
    elif "gzip" in accepted:
        response.content = gzip.compress(response.content, compresslevel=GZIP_LEVEL, mtime=0)
        response["Content-Encoding"] = "gzip"
    if response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
    return response
