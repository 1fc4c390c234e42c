"""Column names reduced to what they mean, and how near two of them are."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_WORDS = re.compile(r"[a-z0-9]+")
# Words of a column name that say nothing about what it holds, or only its currency or unit.

_NOISE = frozenset(
    (
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "un",
        "une",
        "the",
        "of",
        "a",
        "an",
        "en",
        "in",
        "et",
        "and",
        "au",
        "aux",
        "pour",
        "par",
        "eur",
        "euro",
        "euros",
        "usd",
        "gbp",
        "chf",
        "cad",
        "ke",
        "keur",
        "meur",
        "k",
        "m",
        "md",
        "millions",
        "million",
        "milliers",
        "thousands",
        "thousand",
        "c",
        "custom",
        "field",
        "champ",
        "valeur",
        "value",
    )
)


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """“Chiffre d'affaires (k€)” → (chiffre, affaires); “BillingPostalCode__c” → (billing, postal, code)."""
    spaced = _CAMEL.sub(" ", _BRACKETS.sub(" ", name))
    bare = unicodedata.normalize("NFKD", spaced.replace("œ", "oe").replace("Œ", "OE").replace("°", " "))
    letters = "".join(char for char in bare if not unicodedata.combining(char)).lower()
    found = _WORDS.findall(letters)
    kept = tuple(word for word in found if word not in _NOISE)
    return kept or tuple(found)


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """The words glued: “Company Name”, “companyname” and “company_name” are one key."""
    return "".join(words_of(name))


@lru_cache(maxsize=65536)
def name_score(header: str, synonym: str) -> float:
    """1 for the same name, less for one inside the other or a typing mistake, 0 for strangers."""
    if key_of(header) == key_of(synonym):
        return 1.0
    ours, theirs = words_of(synonym), words_of(header)
    if set(ours) <= set(theirs) and len(key_of(synonym)) >= 4:
        # “ca” inside “ratio_carnet_ca” says nothing; “ville” inside “ville du siège” says it all.
        share = len(key_of(synonym)) / len(key_of(header))
        return 0.5 + 0.4 * share if share >= 0.4 else 0.0
    if len(key_of(synonym)) >= 6:
        ratio = SequenceMatcher(None, key_of(header), key_of(synonym)).ratio()
        return ratio * 0.85 if ratio >= 0.87 else 0.0
    return 0.0
