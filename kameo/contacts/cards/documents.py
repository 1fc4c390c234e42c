"""The same cards as JSON (jCard, RFC 7095) and XML (xCard, RFC 6351): turned into the properties of any other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from kameo.contacts.cards.reading import CardProperty, VisitingCard

_NAMESPACE = "{urn:ietf:params:xml:ns:vcard-4.0}"


def read_json(text: str) -> Iterator[VisitingCard]:
    """Cards of a jCard, alone or in a list. Raises ValueError for anything else."""
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested") from error
    if not isinstance(found, list) or not found:
        raise ValueError("jCard")
    cards = [found] if found[0] == "vcard" else found
    for number, card in enumerate(cards, start=1):
        if not (isinstance(card, list) and len(card) == 2 and card[0] == "vcard" and isinstance(card[1], list)):
            raise ValueError("jCard")
        yield VisitingCard(number, tuple(_property(one) for one in card[1] if isinstance(one, list) and len(one) > 3))


def _property(one: list[Any]) -> CardProperty:
    params = (
        {str(name).upper(): _flat(value) for name, value in dict(one[1] or {}).items()}
        if isinstance(one[1], dict)
        else {}
    )
    types = tuple(word.strip().lower() for word in params.pop("TYPE", "").split(",") if word.strip())
    value = ";".join(_joined(part) for part in one[3]) if isinstance(one[3], list) else _escaped(str(one[3]))
    return CardProperty(str(one[0]).upper(), value, types, params.get("GROUP", ""), params)


def _flat(value: Any) -> str:
    return ",".join(str(each) for each in value) if isinstance(value, list) else str(value)


def _joined(part: Any) -> str:
    return ",".join(_escaped(str(each)) for each in part) if isinstance(part, list) else _escaped(str(part))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def read_xml(octets: bytes) -> Iterator[VisitingCard]:
    """Cards of an xCard document. Raises ValueError when it is none, or declares entities of its own."""
    if b"<!DOCTYPE" in octets or b"<!ENTITY" in octets:
        raise ValueError("entities")
    try:
        root = ElementTree.fromstring(octets)  # noqa: S314 - no entity can be declared, as checked above
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    for number, card in enumerate(root.iter(f"{_NAMESPACE}vcard"), start=1):
        yield VisitingCard(number, tuple(_elements(card)))


def _elements(card: ElementTree.Element) -> Iterator[CardProperty]:
    for one in card:
        name = one.tag.removeprefix(_NAMESPACE)
        if name == "group":
            yield from _elements(one)
            continue
        types = tuple(
            (word.text or "").strip().lower() for word in one.iterfind(f"{_NAMESPACE}parameters/{_NAMESPACE}type/*")
        )
        values = [each for each in one if each.tag != f"{_NAMESPACE}parameters"]
        yield CardProperty(name.upper(), _element_value(name, values), types)


def _element_value(name: str, values: list[ElementTree.Element]) -> str:
    if name not in ("n", "adr", "org"):
        return _escaped((values[0].text or "").strip()) if values else ""
    parts: dict[str, list[str]] = {}
    for at, each in enumerate(values):
        key = f"{at}" if name == "org" else each.tag
        parts.setdefault(key, []).append(_escaped((each.text or "").strip()))
    return ";".join(",".join(part) for part in parts.values())
