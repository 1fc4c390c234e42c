"""Countries by name (French, English), by code of two or three letters, with the usual spellings."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from kameo.core.text import fold

# Spellings that neither ISO nor CLDR has and that real files are full of.
_SPELLINGS = {
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "angleterre": "GB",
    "grande bretagne": "GB",
    "grande-bretagne": "GB",
    "royaume uni": "GB",
    "northern ireland": "GB",
    "usa": "US",
    "u.s.a.": "US",
    "u.s.": "US",
    "etats unis": "US",
    "etats-unis d'amerique": "US",
    "united states of america": "US",
    "eire": "IE",
    "republic of ireland": "IE",
    "rsa": "ZA",
    "holland": "NL",
    "hollande": "NL",
    "the netherlands": "NL",
    "republique tcheque": "CZ",
    "czech republic": "CZ",
    "south korea": "KR",
    "coree": "KR",
    "korea": "KR",
    "russia": "RU",
    "russie": "RU",
    "viet nam": "VN",
    "hong kong": "HK",
    "macau": "MO",
    "turkey": "TR",
    "ivory coast": "CI",
    "cote d'ivoire": "CI",
    "uae": "AE",
    "france metropolitaine": "FR",
    "channel islands": "JE",
    "burma": "MM",
    "swaziland": "SZ",
    "macedonia": "MK",
}


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for language in ("en", "fr"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"}:
                names.setdefault(fold(name), code)
                names.setdefault(fold(code), code)
    for code, replacements in get_global("territory_aliases").items():
        if len(code) == 3 and code.isalpha() and len(replacements[0]) == 2:
            names.setdefault(fold(code), replacements[0])
    return names | _SPELLINGS


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """“Allemagne”, “Germany”, “DEU”, “de” → “DE”; one typing mistake in a long name is forgiven."""
    key = fold(text).strip(" .")
    found = _country_names().get(key)
    if found is None and len(key) >= 6:
        near = get_close_matches(
            key, [name for name in _country_names() if abs(len(name) - len(key)) < 3], n=2, cutoff=0.88
        )
        codes = {_country_names()[name] for name in near}
        found = codes.pop() if len(codes) == 1 else None
    return found
