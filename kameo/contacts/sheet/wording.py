"""Words that a note about a person should not hold: a warning beside the text, never a refusal (R187).

A note about a named person is given to them when they ask. Health, unions, religion, opinions, origin and private life
are of the special categories of the GDPR (article 9); an insult is not a fact. Only whole words count, folded (no case,
no accents), French and English; words of the trade that look alike are left out ("santé financière", "syndicat des
eaux", "grève" alone).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.text import fold


@dataclass(frozen=True)
class Remark:
    """One word that asks for a second look: where it stands, which kind it is, what to do about it."""

    kind: str
    word: str
    advice: Any


_HEALTH = """cancer|depressi(?:f|ve|on)|burn[- ]?out|enceinte|malad(?:e|es|ie|ies)|arret[- ]maladie|
    handicap\\w*|alcoolique|
    alcoolisme|cardiaque|diabet\\w+|hospitalis\\w+|cure de desintoxication|suicid\\w+|psychiatr\\w+|
    pregnant|sick leave|
    depressed|alcoholic|disabled|illness|bipolai?re?"""
_UNION = """syndique(?:e|s|es)?|syndicaliste\\w*|cgt|cfdt|cfe[- ]cgc|cftc|delegue(?:e)? syndical(?:e)?|unionist|
    union member|trade unionist|shop steward"""
_RELIGION = """catholique\\w*|protestant(?:e|s|es)?|musulman(?:e|s|es)?|juif|juive|juifs|bouddhiste\\w*|
    athee|ramadan|
    pratiquant(?:e|s|es)?|converti(?:e)? a l|catholic|muslim|jewish|buddhist|atheist|evangelique"""
_OPINION = """gauchiste\\w*|communiste\\w*|socialiste|macroniste\\w*|lepeniste\\w*|trotskiste\\w*|de gauche|
    de droite|
    extreme[- ](?:droite|gauche)|vote (?:a|pour|rn|lfi|ps|lr)|encarte(?:e)?|left[- ]wing|right[- ]wing|
    communist|
    votes? for|franc[- ]macon\\w*|freemason"""
_PRIVATE = """homosexuel\\w*|est gay|is gay|lesbienne\\w*|divorce(?:e|s|es)?|infidel\\w+|sa maitresse|
    son amant|d origine (?:arabe|africaine|
    maghrebine|asiatique|juive)|divorced|his affair|her affair"""
_INSULT = """idiot(?:e|s|es)?|imbecile\\w*|con(?:ne|nard|narde|nasse|s)?|cretin(?:e|s|es)?|incompetent(?:e|
    s|es)?|abruti\\w*|
    salaud\\w*|salope\\w*|menteu(?:r|se|rs)|escroc\\w*|debile\\w*|stupide\\w*|nul(?:le)? a chier|parano\\w*|
    hysterique\\w*|
    stupid|moron|jerk|liar|crook|bitch|asshole|bastard|incompetent"""
_ADVICE = {
    "health": _("Health is not ours to write down: say what it changes for the work, for example “back in March”."),
    "union": _("Union membership is protected: write the function they hold in the company, if it matters."),
    "religion": _("Religion is protected: leave it out."),
    "opinion": _("Political opinions are protected: leave them out."),
    "private": _("Private life and origin are protected: leave them out."),
    "insult": _("This is a judgement, not a fact: write what they did or said, and when."),
}
_WORDS = {
    kind: re.compile(r"(?<![\w-])(?:" + "".join(line.strip() for line in words.splitlines()) + r")(?![\w-])")
    for kind, words in (
        ("health", _HEALTH),
        ("union", _UNION),
        ("religion", _RELIGION),
        ("opinion", _OPINION),
        ("private", _PRIVATE),
        ("insult", _INSULT),
    )
}
_INNOCENT = re.compile(
    r"sick building|conditionnement|salle de droite|bouton de (?:droite|gauche)|cote (?:droit|gauche)|"
    r"(?:porte|aile|armoire|ligne|colonne|rive|main|voie) de (?:droite|gauche)"
)


def remarks_on(text: str) -> list[Remark]:
    """What in `text` asks for a second look, in the order of the kinds; each word once. Nothing is ever refused."""
    if not text:
        return []
    folded = _INNOCENT.sub(" ", fold(text).replace("’", " ").replace("'", " "))
    found: dict[tuple[str, str], Remark] = {}
    for kind, pattern in _WORDS.items():
        for match in pattern.finditer(folded):
            found.setdefault((kind, match.group()), Remark(kind, match.group(), _ADVICE[kind]))
    return list(found.values())
