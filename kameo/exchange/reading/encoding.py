"""The encoding of a text file. The whole file is checked: one byte at the end may tell."""

from __future__ import annotations

import codecs
from pathlib import Path

import charset_normalizer

from .errors import ReadingError
from .marks import N_
from .recognised import Recognised

# Characters that no table holds; a few slip into texts, more than one in twenty is a program or an image.
_CONTROLS = (*range(9), *range(14, 27), *range(28, 32))
_CHUNK = 1024 * 1024
_SAMPLE = 256 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings of Western Europe, in the order in which a tie is settled.
_WESTERN = ("cp1252", "mac_roman", "cp850", "latin-1")
_LETTERS = frozenset("éèêëàâäáãåçîïíìôöóòõøûüúùñæœßÉÈÊËÀÂÄÁÃÅÇÎÏÍÌÔÖÓÒÕØÛÜÚÙÑÆŒ")
_SIGNS = frozenset("€£°’‘“”«»–—…§©®²³ºª¿¡½\u00a0")


def recognise_encoding(path: Path, chosen: str | None = None) -> Recognised[str]:
    """Errors: encoding_unknown, encoding_mismatch (a chosen one that does not fit), file_binary."""
    if chosen:
        return _verify_chosen(path, chosen)
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE)
    for mark, marked in _MARKS:
        if head.startswith(mark):
            return Recognised(marked, "certain", N_("The file starts with a byte order mark."))
    if name := _wide_without_mark(head):
        return Recognised(name, "likely", N_("Every other byte is zero."), candidates=(name,))
    if sum(head.count(byte) for byte in _CONTROLS) > max(len(head) // 20, 8):
        raise ReadingError("file_binary", what="binary")
    if _undecodable_at(path, "utf-8") is None:
        return Recognised("utf-8", "certain", N_("Every byte of the file is valid UTF-8."))
    return _legacy(path)


def _verify_chosen(path: Path, chosen: str) -> Recognised[str]:
    try:
        name = codecs.lookup(chosen).name
    except LookupError as error:
        raise ReadingError("encoding_unknown", name=chosen) from error
    with path.open("rb") as stream:
        if name == "utf-8" and stream.read(3) == codecs.BOM_UTF8:
            name = "utf-8-sig"
    position = _undecodable_at(path, name)
    if position is not None:
        raise ReadingError("encoding_mismatch", name=chosen, position=position)
    return Recognised(name, "chosen", "")


def _wide_without_mark(head: bytes) -> str | None:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _undecodable_at(path: Path, encoding: str) -> int | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    with path.open("rb") as stream:
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
                done += len(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return done + error.start
    return None


def _legacy(path: Path) -> Recognised[str]:
    sample = _telling_bytes(path)
    scores = {name: _western_score(sample, name) for name in _WESTERN}
    best = max(_WESTERN, key=lambda name: scores[name])
    foreign = _foreign(sample) if scores[best] < 0.6 else None
    value = foreign or best
    candidates = tuple(dict.fromkeys((value, *_WESTERN)))
    why = N_("The file is not UTF-8; its accented letters make sense in this encoding.")
    return Recognised(value, "likely", why, candidates=candidates, samples=_samples(sample, value))


def _telling_bytes(path: Path) -> bytes:
    """The lines that carry a byte beyond ASCII: the only ones that tell encodings apart."""
    kept: list[bytes] = []
    size = 0
    with path.open("rb") as stream:
        while size < _SAMPLE and (line := stream.readline(_CHUNK)):
            if not line.isascii():
                kept.append(line)
                size += len(line)
    return b"".join(kept)


def _western_score(sample: bytes, encoding: str) -> float:
    """Share of the characters beyond ASCII that Western European text uses."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = [(before, char) for before, char in zip(" " + text, text, strict=False) if ord(char) > 127]
    if not beyond:
        return 0.0
    return sum(_sense_of(before, char) for before, char in beyond) / len(beyond)


def _sense_of(before: str, char: str) -> float:
    """1 for a letter at its place. "SociÈtÈ" is "Société" of Windows, read as a Macintosh would."""
    if char in _LETTERS:
        return 0.0 if char.isupper() and before.islower() else 1.0
    return 0.8 if char in _SIGNS else 0.0


def _foreign(sample: bytes) -> str | None:
    match = charset_normalizer.from_bytes(sample).best()
    return match.encoding if match is not None and match.encoding not in {"ascii", "utf_8"} else None


def _samples(sample: bytes, encoding: str) -> tuple[str, ...]:
    text = sample.decode(encoding, errors="replace")
    words = [word for word in text.split() if not word.isascii()]
    return tuple(dict.fromkeys(word[:60] for word in words))[:5]
