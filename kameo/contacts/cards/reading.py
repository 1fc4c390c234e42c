"""Cards out of a text, whoever wrote it. A strict parser refuses half of the real ones; this one keeps what it can.

Folded lines, quoted-printable with its soft breaks, base64 with or without indentation, bare parameters of 2.1,
groups (`item1.`), quoted parameters, escaped text. Pictures, sounds and keys are not kept.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_HEAD = re.compile(r"^(?:([\w-]+)\.)?([A-Za-z0-9_-]+)((?:;.*)?)$", re.DOTALL)
_PIECES = re.compile(r';((?:[^;"]|"[^"]*")*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
LINES_LIMIT = 100_000  # of one card: more is no card


@dataclass(frozen=True, slots=True)
class CardProperty:
    """One line of a card: `types` in lower case, `value` decoded but still escaped."""

    name: str
    value: str
    types: tuple[str, ...] = ()
    group: str = ""
    params: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return unescaped(self.value)

    @property
    def parts(self) -> list[str]:
        """The components of a name (N); several values of one (two prefixes) are joined by spaces."""
        return [
            " ".join(unescaped(item).strip() for item in cut(part, ",") if item.strip()).strip()
            for part in cut(self.value, ";")
        ]

    @property
    def components(self) -> list[str]:
        """Those of ORG and ADR, where a comma is a comma whether it is escaped or not."""
        return [unescaped(part).strip() for part in cut(self.value, ";")]


@dataclass(frozen=True, slots=True)
class VisitingCard:
    """One card and the line where it begins. `whole` is false for one that never ends."""

    line: int
    properties: tuple[CardProperty, ...]
    whole: bool = True

    def all(self, name: str) -> list[CardProperty]:
        return [each for each in self.properties if each.name == name and each.value.strip()]

    def first(self, *names: str) -> CardProperty | None:
        """The first filled one of the names, preferred ones first."""
        for name in names:
            found = sorted(self.all(name), key=_preference)
            if found:
                return found[0]
        return None

    def text(self, *names: str) -> str:
        found = self.first(*names)
        return found.text.strip() if found else ""

    def label(self, of: CardProperty) -> str:
        """What an Apple or Google card calls the property of a group."""
        found = next((each.text for each in self.all("X-ABLABEL") if of.group and each.group == of.group), "")
        return found.removeprefix("_$!<").removesuffix(">!$_")


def _preference(of: CardProperty) -> int:
    if "pref" in of.types:
        return 0
    rank = of.params.get("PREF", "")
    return int(rank) if rank.isascii() and rank.isdecimal() and len(rank) < 4 else 50


def read_cards(lines: Iterable[str]) -> Iterator[VisitingCard]:
    """Every card of a text, in order; what stands outside of cards is passed over. Never raises."""
    found: list[CardProperty] = []
    start, depth, number = 0, 0, 0
    for number, text in _unfolded(lines):
        upper = text.strip().upper()
        if upper.startswith("BEGIN:VCARD"):
            if depth and not _embedded(found):
                yield VisitingCard(start, tuple(found), whole=False)
                depth = 0
            depth += 1
            if depth == 1:
                start, found = number, []
        elif upper.startswith("END:VCARD") and depth:
            depth -= 1
            if not depth:
                yield VisitingCard(start, tuple(found))
                found = []
        elif depth == 1 and len(found) < LINES_LIMIT and (one := parse_line(text)) is not None:
            found.append(one)
    if depth:
        yield VisitingCard(start, tuple(found), whole=False)


def _embedded(found: list[CardProperty]) -> bool:
    """An agent's card stands inside its principal's (2.1); any other beginning means that an end was forgotten."""
    return bool(found) and found[-1].name == "AGENT" and not found[-1].value.strip()


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """(line number, whole line): continuation lines joined to the one they belong to."""
    pieces: list[str] = []
    start, soft, binary = 0, False, False
    for number, raw in enumerate(lines, start=1):
        line = raw.rstrip("\r\n").replace("\0", "")
        if pieces and soft:
            soft = line.endswith("=")
            pieces.append(line[:-1] if soft else line)
            continue
        folded = line[:1] in (" ", "\t")
        if pieces and (folded or (binary and line and ":" not in line)):
            pieces.append(line.strip() if binary else line[1:])
            continue
        if pieces:
            yield start, "".join(pieces)
        head = line.partition(":")[0].upper()
        soft = "QUOTED-PRINTABLE" in head and line.endswith("=")
        binary = "BASE64" in head or "ENCODING=B" in head
        pieces, start = ([line[:-1] if soft else line] if line.strip() else []), number
    if pieces:
        yield start, "".join(pieces)


def parse_line(text: str) -> CardProperty | None:
    """One whole line, or None when it is none."""
    head, colon, value = _at_colon(text)
    match = _HEAD.match(head.strip()) if colon else None
    if match is None:
        return None
    params, types, encoding = _parameters(match[3])
    if encoding in ("BASE64", "B") or value.startswith("data:"):
        value = "…" if value.strip() else ""  # a picture, a sound, a key
    elif encoding == "QUOTED-PRINTABLE":
        value = _quoted(value, params.get("CHARSET", ""))
    return CardProperty(match[2].upper(), value, types, match[1] or "", params)


def _at_colon(text: str) -> tuple[str, str, str]:
    """Cut at the first colon that stands outside of quotation marks."""
    at = text.find(":")
    while at != -1 and text.count('"', 0, at) % 2:
        after = text.find(":", at + 1)
        if after == -1:
            break
        at = after
    if at == -1 or text.count('"', 0, at) % 2:
        return text.partition(":")  # a mark that is never closed belongs to the text
    return text[:at], ":", text[at + 1 :]


def _parameters(text: str) -> tuple[dict[str, str], tuple[str, ...], str]:
    """(parameters, types, encoding). Version 2.1 writes bare words: a type, or an encoding."""
    params: dict[str, str] = {}
    types: list[str] = []
    encoding = ""
    for piece in _PIECES.findall(text):
        name, equals, value = piece.partition("=")
        name, value = name.strip().upper(), value.replace('"', "").strip()
        if not equals:
            if name in _ENCODINGS:
                encoding = name
            elif name:
                types.append(name.lower())
        elif name == "TYPE":
            types += [word.strip().lower() for word in value.split(",") if word.strip()]
        elif name == "ENCODING":
            encoding = value.upper()
        else:
            params.setdefault(name, value)
    return params, tuple(types), encoding


def _quoted(value: str, charset: str) -> str:
    octets = quopri.decodestring(value.encode("utf-8", "surrogatepass"))
    for name in (charset, "utf-8", "cp1252"):
        try:
            return octets.decode(name) if name else octets.decode("utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return octets.decode("latin-1")


def unescaped(value: str) -> str:
    r"""“\n” is a line break; any other escaped character is itself."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value).replace("\0", "")


def cut(value: str, mark: str) -> list[str]:
    """Cut at each mark that is not escaped."""
    parts: list[str] = []
    piece: list[str] = []
    escaped = False
    for char in value:
        if char == mark and not escaped:
            parts.append("".join(piece))
            piece = []
        else:
            piece.append(char)
        escaped = char == "\\" and not escaped
    return [*parts, "".join(piece)]
