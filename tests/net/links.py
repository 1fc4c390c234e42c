"""The addresses that a page names: links, pictures, htmx's requests, forms and the choices they offer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlencode, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from tests.net.visitor import Request

RELATIVE = ("href", "src", "hx-get")
SENT_TO = ("action", "formaction", "hx-post", "hx-delete")  # asked by a form's own request
FOREIGN = re.compile(r"^(https?:|mailto:|tel:|data:|blob:|javascript:|//)", re.IGNORECASE)
NOT_VISITED = re.compile(r"^/(static|api)/")
IN_SCRIPT = re.compile(r'"(/[a-z][^"\s<>{}]*)"')


def requests_of(body: bytes, address: str) -> Iterator[Request]:
    """Everything that the page at `address` may ask next, in the order of the page."""
    if not body.strip():
        return
    root = html.document_fromstring(body.decode())
    for element in root.iter():
        if isinstance(element.tag, str):
            for request in _requests_of_element(element, address):
                if FOREIGN.match(request.address) is None and NOT_VISITED.match(request.address) is None:
                    yield request


def _requests_of_element(element: HtmlElement, here: str) -> Iterator[Request]:
    for name, value in element.attrib.items():
        if FOREIGN.match(value) or value.startswith("#") or name in SENT_TO:
            continue
        if name in RELATIVE or (value.startswith("/") and len(value) > 1):
            kind = _htmx(element) if name == "hx-get" else "GET"
            yield Request(kind, _clean(urljoin(here, value)))
    if element.tag == "form":
        target = _clean(urljoin(here, element.get("action") or here))
        if element.get("method", "get").lower() == "get":
            yield from (Request("GET", address) for address in _chosen(element, target))
        else:
            yield Request("POST", target, tuple(_sent(element)))
    if element.tag == "script" and "json" in element.get("type", ""):
        yield from (Request("GET", _clean(found)) for found in IN_SCRIPT.findall(element.text or ""))


def _htmx(element: HtmlElement) -> str:
    """The kind of request, with the id of what it replaces: some pages answer with that part."""
    target = next((one.get("hx-target") for one in [element, *element.iterancestors()] if one.get("hx-target")), "")
    identity = target[1:] if target.startswith("#") else ("" if target not in {"", "this"} else element.get("id", ""))
    return f"HX#{identity}" if identity else "HX"


def _clean(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _fields(form: HtmlElement) -> list[HtmlElement]:
    return [field for field in form.iter("input", "select", "textarea") if field.get("name")]


def _sent(form: HtmlElement) -> Iterator[tuple[str, str]]:
    """The form as it stands, and its first button."""
    for field in _fields(form):
        if (value := _value(field)) is not None and field.get("name") != "csrfmiddlewaretoken":
            yield field.get("name", ""), value
    for button in form.iter("button"):
        if button.get("name"):
            yield button.get("name", ""), button.get("value", "")
            return


def _chosen(form: HtmlElement, target: str) -> Iterator[str]:
    """The form as it stands, then with each of its choices made alone."""
    fields = _fields(form)
    base = [(field.get("name", ""), value) for field in fields if (value := _value(field)) is not None]
    path = target.split("?")[0]
    yield _query(path, base)
    for field in fields:
        name = field.get("name", "")
        for value in _choices(field)[:2]:
            yield _query(path, [*((key, old) for key, old in base if key != name), (name, value)])


def _query(path: str, pairs: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _value(field: HtmlElement) -> str | None:
    if field.tag == "select":
        chosen = [option for option in field.iter("option") if "selected" in option.attrib] or list(
            field.iter("option")
        )
        return str(chosen[0].get("value", chosen[0].text or "")) if chosen else None
    if field.get("type") in {"checkbox", "radio"}:
        return str(field.get("value", "on")) if "checked" in field.attrib else None
    if field.get("type") in {"submit", "button", "file", "image"}:
        return None
    return str(field.get("value", "") if field.tag == "input" else field.text or "")


def _choices(field: HtmlElement) -> list[str]:
    if field.tag == "select":
        return [value for option in field.iter("option") if (value := option.get("value"))][-2:]
    kind = field.get("type", "text")
    if kind in {"checkbox", "radio"}:
        return [str(field.get("value", "on"))]
    return {"text": ["val"], "search": ["val"], "date": ["2026-06-30"], "number": ["3"]}.get(kind, [])


def numbers_of(body: bytes) -> list[int]:
    """The `id` of each row of a JSON list, or of the one object."""
    document = json.loads(body)
    rows = document.get("items", document.get("rows", [document])) if isinstance(document, dict) else document
    found = [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [number for number in found if isinstance(number, int)]
