"""A function and a level guessed from a title's words, in French and English. A guess never replaces what is known."""

from __future__ import annotations

import re
from functools import lru_cache

from kameo.contacts.enums import Family, Seniority
from kameo.core.text import fold

# The first family whose words are in the title wins: the particular before the general.
_FAMILIES: tuple[tuple[str, str], ...] = (
    (Family.PURCHASING, r"achats?|acheteu\w*|approvisionn\w*|procurement|purchas\w*|buyers?|sourcing|supply"),
    (
        Family.FINANCE,
        r"financ\w*|daf|cfo|compta\w*|tresor\w*|controll?er|controleu\w*|accounts|accounting|accountant|treasur\w*|"
        r"controle de gestion",
    ),
    (
        Family.IT,
        r"dsi|rssi|cio|ciso|cto|informatique|informati\w*|systemes? d.?information|it|data|software|web|digital\w*|"
        r"technology",
    ),
    (
        Family.ENGINEERING,
        r"engineer\w*|ingenieu\w*|bureau d.?etudes|r&d|recherche|research|conception|design\w*|innovation",
    ),
    (
        Family.TECHNICAL,
        r"techni\w*|maintenance|qualit\w*|production|industriel\w*|usine|plant|manufactur\w*|methodes|hse|qhse|"
        r"facilit\w*|travaux|exploitation",
    ),
    (
        Family.GENERAL,
        r"pdg|ceo|dg|dga|(?<!vice[ -])president\w*|directeur general|directrice generale|general manager|"
        r"managing director|gerante?|owner|founder|fondat\w*|chief executive|chairman|administration|proprietaire",
    ),
    (
        Family.BUSINESS,
        r"commercia\w*|sales|ventes?|marketing|business|clients?|customer|operations?|operation\w*|coo|metier|export|"
        r"brand|order|logisti\w*|warehouse",
    ),
    (Family.USERS, r"utilisat\w*|users?|assistant\w*|operateu\w*|operator|secretai\w*|agent\w*"),
)
_LEVELS: tuple[tuple[str, str], ...] = (
    (
        Seniority.STAFF,
        r"assistante? d\w*|assistant to|assistante? de direction|executive assistant|secretai\w*|representative|"
        r"coordinator",
    ),
    (
        Seniority.EXECUTIVE,
        r"pdg|ceo|cfo|cio|cto|coo|cmo|cpo|ciso|dg|dga|president\w*|directeur general\w*|directrice generale\w*|"
        r"general manager|managing director|chief|chairman|owner|founder|fondat\w*|gerante?|svp|evp|comex|codir|"
        r"vice.president\w*|vp|proprietaire",
    ),
    (Seniority.DIRECTOR, r"directeur\w*|directrice\w*|director|daf|dsi|drh|head|dean"),
    (Seniority.MANAGER, r"responsable|manager|chef\w*|lead|supervis\w*|superviseu\w*|chief of|encadrant"),
    (
        Seniority.STAFF,
        r"acheteu\w*|buyer|ingenieu\w*|engineer|technicien\w*|technician|assistant\w*|charge\w*|agent\w*|analyst\w*|"
        r"comptable|accountant|administrator|operateu\w*|consultant\w*",
    ),
)


def _compiled(groups: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((str(value), re.compile(rf"(?<![\w&])(?:{words})(?![\w&])")) for value, words in groups)


_BY_FAMILY, _BY_LEVEL = _compiled(_FAMILIES), _compiled(_LEVELS)


@lru_cache(maxsize=8192)
def family_of(title: str) -> str:
    """“Directrice des achats” → purchasing; "" when no word tells."""
    return _first(title, _BY_FAMILY)


@lru_cache(maxsize=8192)
def level_of(title: str) -> str:
    """“Directrice des achats” → director; "" when no word tells."""
    return _first(title, _BY_LEVEL)


def _first(title: str, groups: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    folded = fold(title)
    return next((value for value, words in groups if words.search(folded)), "")
