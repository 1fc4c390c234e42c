"""A person's name in a row: one name in one cell is cut into first and last; salutations and suffixes stand apart."""

from __future__ import annotations

import re
from functools import lru_cache

from kameo.contacts.enums import Salutation

_SALUTATIONS = {
    **dict.fromkeys(("m", "mr", "monsieur", "mister", "sir", "herr", "hr"), Salutation.SIR),
    **dict.fromkeys(("mme", "mrs", "ms", "miss", "madame", "mademoiselle", "mlle", "madam", "frau"), Salutation.MADAM),
}
_DEGREES = frozenset({"dr", "prof", "pr", "me", "ing", "docteur", "maitre", "professeur"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa"})
# Words that begin a last name and never end a first one.
_PARTICLES = frozenset(
    {
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "di",
        "da",
        "del",
        "della",
        "dos",
        "el",
        "al",
        "ben",
        "bin",
        "st",
        "saint",
        "mac",
        "o'",
        "d'",
        "zu",
        "af",
        "av",
    }
)
_SPACES = re.compile(r"\s+")


def salutation_of(word: str) -> str:
    """“Mme” → madam, “Mr.” → sir, "" for anything else."""
    return str(_SALUTATIONS.get(word.strip(" .").lower(), ""))


@lru_cache(maxsize=4096)
def split_name(text: str) -> tuple[str, str, str]:
    """(first, last, salutation) of a whole name: “Dupont, Marie”, “Mme Marie DUPONT”, “Ludwig van Beethoven, Jr”."""
    words = _SPACES.sub(" ", text).strip(" ,;").split(" ")
    salutation = ""
    while len(words) > 1 and (salutation_of(words[0]) or words[0].strip(".").lower() in _DEGREES):
        salutation = salutation_of(words.pop(0)) or salutation
    rest = " ".join(words)
    before, comma, after = (part.strip() for part in rest.partition(","))
    if comma and after and not _is_suffix(after):
        return after, before, salutation
    return (*_by_position((before or rest).split(" "), _is_suffix(after) and after), salutation)


def _is_suffix(text: str) -> bool:
    return bool(text) and all(word.strip(".").lower() in _SUFFIXES for word in text.replace(",", " ").split())


def _by_position(words: list[str], suffix: str | bool) -> tuple[str, str]:
    """Where the last name starts: at its capitals, at its particle, else at the last word."""
    tail: list[str] = []
    while len(words) > 2 and words[-1].strip(".").lower() in _SUFFIXES:
        tail.insert(0, words.pop())
    if suffix:
        tail.append(str(suffix))
    if len(words) == 1:
        return "", " ".join([*words, *tail])
    capitals = [len(word.strip(".-'")) > 1 and word.isupper() for word in words]
    if any(capitals) and not all(capitals):
        loud = [word for word, loud in zip(words, capitals, strict=True) if loud]
        quiet = [word for word, loud in zip(words, capitals, strict=True) if not loud]
        if capitals == sorted(capitals) or capitals == sorted(capitals, reverse=True):
            return " ".join(quiet), " ".join([*loud, *tail])
    start = next((at for at in range(1, len(words) - 1) if words[at].lower() in _PARTICLES), len(words) - 1)
    return " ".join(words[:start]), " ".join([*words[start:], *tail])
