"""An answer is sent compressed, and not at all where the browser has it."""

from __future__ import annotations

import gzip

import brotli
import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import _get_new_csrf_string, _mask_cipher_secret
from django.test import RequestFactory
from django.urls import reverse

from kameo.core.ops.transport import TransportMiddleware
from kameo.core.testing.cases import browser

SECRET = _get_new_csrf_string()
PAGE = "<p>Valmorin</p>" * 100


def answered(response: HttpResponseBase | str, secret: str = SECRET, **headers: str) -> HttpResponseBase:
    request = RequestFactory(headers=headers).get("/")
    request.META["CSRF_COOKIE"] = secret

    def view(request: HttpRequest) -> HttpResponseBase:
        return HttpResponse(response) if isinstance(response, str) else response

    return TransportMiddleware(view)(request)  # type: ignore[arg-type]


def form() -> str:
    return f'<input type="hidden" name="csrfmiddlewaretoken" value="{_mask_cipher_secret(SECRET)}">{PAGE}'


def test_the_best_encoding_that_the_browser_takes() -> None:
    answer = answered(PAGE, accept_encoding="gzip, deflate, br")
    assert answer["Content-Encoding"] == "br"
    assert answer["Vary"] == "Accept-Encoding"
    assert brotli.decompress(answer.content) == PAGE.encode()
    answer = answered(PAGE, accept_encoding="gzip, deflate")
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == PAGE.encode()


@pytest.mark.parametrize(
    ("asked", "sent"), [("br;q=0, gzip", "gzip"), ("gzip; q=0.5, br;q=0.0", "gzip"), ("vibrant", None)]
)
def test_what_the_browser_refuses_is_not_sent(asked: str, sent: str | None) -> None:
    assert answered(PAGE, accept_encoding=asked).headers.get("Content-Encoding") == sent


def test_nothing_is_forced_on_who_asks_none() -> None:
    answer = answered(PAGE)
    assert not answer.has_header("Content-Encoding")
    assert answer.content == PAGE.encode()


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("short"),
        HttpResponse(PAGE, content_type="application/zip"),
        HttpResponse(PAGE, headers={"Content-Encoding": "br"}),
        StreamingHttpResponse([PAGE.encode()]),
    ],
)
def test_some_go_as_they_are(response: HttpResponseBase) -> None:
    before = response.headers.get("Content-Encoding")
    assert answered(response, accept_encoding="br").headers.get("Content-Encoding") == before


def test_what_the_browser_has_is_not_sent_again() -> None:
    state = answered(form())["ETag"]
    again = answered(form(), if_none_match=state, accept_encoding="br")  # its token is masked otherwise
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", state)


def test_another_secret_or_page_is_another_state() -> None:
    state = answered(form())["ETag"]
    assert answered(form(), secret=_get_new_csrf_string(), if_none_match=state).status_code == 200
    assert answered(form() + "<p>Toast</p>", if_none_match=state).status_code == 200


def test_errors_and_what_was_sent_have_no_state() -> None:
    assert not answered(HttpResponse(PAGE, status=404)).has_header("ETag")
    request = RequestFactory().post("/")
    assert not TransportMiddleware(lambda _request: HttpResponse(PAGE))(request).has_header("ETag")


@pytest.mark.django_db
def test_a_page_of_the_product_that_did_not_change(anne: object) -> None:
    client = browser(anne)
    page = client.get(reverse("accounts:list"))
    assert page["Cache-Control"] == "private, no-cache"
    again = client.get(reverse("accounts:list"), headers={"If-None-Match": page["ETag"]})
    assert again.status_code == 304
    assert "Content-Security-Policy" in again.headers


@pytest.mark.django_db
def test_signing_out_empties_the_browser(anne: object) -> None:
    answer = browser(anne).post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache"'
