"""One person as a vCard, 4.0 or 3.0: what an address book needs to reach them, and nothing that is only ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kameo.contacts.enums import EmailKind, PhoneKind, Salutation

if TYPE_CHECKING:
    from kameo.contacts.models import Person, Position

VERSIONS = ("4.0", "3.0")
LINE = 75  # octets
_PREFIX = {Salutation.MADAM: "Mme", Salutation.SIR: "M."}
_EMAIL_TYPES = {EmailKind.WORK: "work", EmailKind.PERSONAL: "home"}
_PHONE_TYPES = {
    PhoneKind.DIRECT: ("work", "voice"),
    PhoneKind.MOBILE: ("cell",),
    PhoneKind.SWITCHBOARD: ("main",),
    PhoneKind.HOME: ("home", "voice"),
    PhoneKind.OTHER: ("voice",),
}


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card says. `emails` are (address, kind), `phones` (number, extension, kind), `links` addresses."""

    uid: str = ""
    first_name: str = ""
    last_name: str = ""
    label: str = ""
    salutation: str = ""
    company: str = ""
    department: str = ""
    title: str = ""
    emails: Sequence[tuple[str, str]] = ()
    phones: Sequence[tuple[str, str, str]] = ()
    links: Sequence[str] = ()
    language: str = ""
    time_zone: str = ""
    note: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.label


def write_card(
    person: Person, *, positions: Sequence[Position] | None = None, version: str = "4.0", with_note: bool = False
) -> str:
    """The card of somebody, ended by a line break so that many make a file.

    `positions` are those its reader may see, the one to write first (default: those held today): pass them with
    their accounts, and prefetch `emails`, `phones` and `links`, to write many cards in a few queries. What our
    people wrote about somebody (`note`) stays at home unless asked for.
    """
    held = positions if positions is not None else list(person.positions.current().select_related("account"))
    post = held[0] if held else None
    facts = CardFacts(
        uid=f"kameo-person-{person.pk}",
        first_name=person.first_name,
        last_name=person.last_name,
        label=person.label,
        salutation=person.salutation,
        company=post.account.name if post else "",
        department=post.department if post else "",
        title=post.title if post else "",
        emails=[(row.address, row.kind) for row in person.emails.all()],
        phones=[(row.number, row.extension, row.kind) for row in person.phones.all()],
        links=[row.url for row in person.links.all()],
        language=person.language,
        time_zone=person.time_zone,
        note=person.note if with_note else "",
    )
    return format_card(facts, version=version)


def format_card(facts: CardFacts, *, version: str = "4.0") -> str:
    """Raises ValueError for another version than 4.0 and 3.0."""
    if version not in VERSIONS:
        raise ValueError(version)
    lines = ["BEGIN:VCARD", f"VERSION:{version}", *_card_lines(facts, version), "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _card_lines(facts: CardFacts, version: str) -> Iterator[str]:
    modern = version == "4.0"
    if facts.uid:
        yield f"UID:{_escaped(facts.uid)}"
    prefix = _PREFIX.get(Salutation(facts.salutation), "") if facts.salutation else ""
    yield f"FN:{_escaped(facts.full_name)}"
    yield f"N:{_escaped(facts.last_name)};{_escaped(facts.first_name)};;{prefix};"
    if facts.company or facts.department:
        tail = f";{_escaped(facts.department)}" if facts.department else ""
        yield f"ORG:{_escaped(facts.company)}{tail}"
    if facts.title:
        yield f"TITLE:{_escaped(facts.title)}"
    for address, kind in facts.emails:
        yield f"EMAIL{_types(_email_types(kind, modern=modern))}:{_escaped(address)}"
    for number, extension, kind in facts.phones:
        yield _phone(number, extension, kind, modern=modern)
    for link in facts.links:
        yield f"URL:{_without_line_breaks(link)}"
    if modern and facts.language:
        yield f"LANG:{_without_line_breaks(facts.language)}"
    if modern and facts.time_zone:
        yield f"TZ:{_escaped(facts.time_zone)}"
    if facts.note:
        yield f"NOTE:{_escaped(facts.note)}"


def _email_types(kind: str, *, modern: bool) -> tuple[str, ...]:
    found = _EMAIL_TYPES.get(EmailKind(kind)) if kind in EmailKind.values else None
    return tuple(word for word in ("" if modern else "internet", found) if word)


def _phone(number: str, extension: str, kind: str, *, modern: bool) -> str:
    types = _types(_PHONE_TYPES[PhoneKind(kind)] if kind in PhoneKind.values else ("voice",))
    if modern:
        after = f";ext={_without_line_breaks(extension)}" if extension else ""
        return f"TEL;VALUE=uri{types}:tel:{_without_line_breaks(number)}{after}"
    return f"TEL{types}:{_escaped(number)}{f' ext. {_escaped(extension)}' if extension else ''}"


def _types(words: Sequence[str]) -> str:
    return "".join(f";TYPE={word}" for word in words)


def _without_line_breaks(text: str) -> str:
    """Values that no escape may touch hold no line break either."""
    return " ".join(text.split())


def _escaped(text: str) -> str:
    bare = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return bare.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 octets a line, never cut inside a character."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode("utf-8", "surrogatepass"))
        if size + width > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return "\r\n".join([*pieces, piece])
