"""Visiting cards as a table: a row a card, columns named as an address book would name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kameo.contacts.cards import CardProperty, VisitingCard, read_cards
from kameo.contacts.cards.documents import read_json, read_xml

from .errors import ReadingError
from .records import Record

BETWEEN = " ::: "
HEADERS = (
    "Last name",
    "First name",
    "Middle name",
    "Name prefix",
    "Name suffix",
    "Full name",
    "Company",
    "Department",
    "Job title",
    "E-mails",
    "Phones",
    "Links",
    "Country",
    "Language",
    "Time zone",
    "Notes",
    "Reports to",
    "UID",
    "Contact type",
    "Birthday",
    "Photo",
    "Categories",
)
_PHONE_LABELS = (
    ("fax", "fax"),
    ("pager", "pager"),
    ("cell", "mobile"),
    ("iphone", "mobile"),
    ("home", "home"),
    ("main", "main"),
    ("work", "work"),
    ("car", "other"),
)
_EMAIL_LABELS = (("home", "home"), ("work", "work"), ("other", "other"))


def looks_like_cards(head: bytes) -> bool:
    """Whether a file begins as cards do, in any encoding and any of their three forms."""
    bare = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if bare[:11].upper() == b"BEGIN:VCARD":
        return True
    if bare.startswith(b"["):
        return (
            bare.replace(b" ", b"")
            .replace(b"\n", b"")
            .replace(b"\r", b"")
            .replace(b"\t", b"")
            .startswith((b'["vcard"', b'[["vcard"'))
        )
    return bare.startswith(b"<") and b"urn:ietf:params:xml:ns:vcard-4.0" in bare


def read_table(path: Path, encoding: str) -> list[Record]:
    """One record a card, at the line where it begins. Errors: cards_unreadable, file_empty."""
    try:
        records = [_record(card) for card in _cards(path, encoding)]
    except ValueError as error:
        raise ReadingError("cards_unreadable", detail=str(error)[:120]) from error
    if not records:
        raise ReadingError("file_empty")
    return records


def _cards(path: Path, encoding: str) -> Iterator[VisitingCard]:
    with path.open("rb") as stream:
        first = stream.read(4096).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    if first == b"<":
        yield from read_xml(path.read_bytes())
    elif first == b"[":
        yield from read_json(path.read_text(encoding=encoding, errors="replace"))
    else:
        with path.open(encoding=encoding, errors="replace") as stream:
            yield from read_cards(line.lstrip("\ufeff") for line in stream)


def _record(card: VisitingCard) -> Record:
    name = card.first("N")
    last, first, middle, prefix, suffix = ([*(name.parts if name else []), "", "", "", "", ""])[:5]
    company = card.first("ORG")
    org = company.components if company else []
    department = " / ".join(org[1:]).strip(" /")
    cells = [
        last,
        first,
        middle,
        prefix,
        suffix,
        card.text("FN", "X-FN"),
        org[0] if org else "",
        department,
        card.text("TITLE", "ROLE"),
        BETWEEN.join(_emails(card)),
        BETWEEN.join(_phones(card)),
        BETWEEN.join(one.text.strip() for one in card.all("URL")),
        _country(card),
        card.text("LANG", "LANGUAGE"),
        card.text("TZ"),
        "\n".join(one.text.strip() for one in card.all("NOTE")),
        card.text("X-MS-MANAGER", "X-EVOLUTION-MANAGER", "X-MANAGER"),
        card.text("UID"),
        _kind(card),
        card.text("BDAY"),
        card.text("PHOTO")[:40],
        card.text("CATEGORIES"),
    ]
    return Record(card.line, [cell or None for cell in cells], _issue(card))


def _issue(card: VisitingCard) -> str | None:
    if not card.whole:
        return "card_unfinished"
    if card.text("KIND", "X-ADDRESSBOOKSERVER-KIND").lower() == "group":
        return "card_group"
    return "card_several_jobs" if len({one.value for one in card.all("ORG")}) > 1 else None


def _kind(card: VisitingCard) -> str:
    shown = card.text("KIND", "X-ABSHOWAS").lower()
    return "company" if shown in ("org", "organization", "company") else "person" if shown == "individual" else ""


def _emails(card: VisitingCard) -> Iterator[str]:
    for one in sorted(card.all("EMAIL"), key=lambda each: "pref" not in each.types):
        yield _labelled(one.text.strip(), card, one, _EMAIL_LABELS)


def _phones(card: VisitingCard) -> Iterator[str]:
    for one in card.all("TEL"):
        # An extension of a tel: address; a semicolon would otherwise part two numbers.
        number, _, rest = one.text.strip().removeprefix("tel:").partition(";")
        extension = next((part[4:] for part in rest.split(";") if part.lower().startswith("ext=")), "")
        yield _labelled(f"{number} ext. {extension}" if extension else number, card, one, _PHONE_LABELS)


def _labelled(text: str, card: VisitingCard, one: CardProperty, labels: tuple[tuple[str, str], ...]) -> str:
    word = next((label for name, label in labels if name in one.types), "")
    given = card.label(one)
    known = next((label for name, label in labels if name in given.lower()), "other" if given else "")
    label = word or known
    return f"{text} ({label})" if label else text


def _country(card: VisitingCard) -> str:
    """Of the address at work, else of the only one that is not somebody's home."""
    places = [one for one in card.all("ADR") if "home" not in one.types and len(one.components) > 6]
    places.sort(key=lambda one: "work" not in one.types)
    return places[0].components[6] if places else ""
