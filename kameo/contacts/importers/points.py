"""Addresses, numbers and links in a row's cells: cut one from another, with the kind that their label says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from kameo.accounts.importers.nodes import FREE_MAIL
from kameo.contacts.enums import EmailKind, PhoneKind
from kameo.contacts.points.formats import normalise_link, normalise_phone
from kameo.core.errors import DomainError

FAX = "fax"
_LABELLED = re.compile(r"\s*\(([A-Za-zÀ-ÿ* _/-]{2,40})\)\s*$")
_BETWEEN_EMAILS = re.compile(r"\s*(?::::|[;,\n|])\s*|\s+(?=[^()\s]+@)")
_BETWEEN_PHONES = re.compile(r"\s*(?::::|[;\n|]|\s/\s|,(?=\s*[+(\d]))\s*")
_BETWEEN_LINKS = re.compile(r"\s*(?::::|[;\n|]|,\s|\s+(?=https?://))\s*")
EMAIL = re.compile(
    r"^[^@\s<>()\",;:]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$", re.I
)
# Desks that several people answer: no proof of who it is.
SHARED_BOX = frozenset(
    {
        "info",
        "infos",
        "contact",
        "contacts",
        "accueil",
        "sales",
        "commercial",
        "direction",
        "compta",
        "comptabilite",
        "administration",
        "admin",
        "office",
        "service",
        "support",
        "achats",
        "secretariat",
        "hello",
        "bonjour",
        "mail",
    }
)
_PHONE_KINDS = (
    (FAX, r"fax|t[eé]l[eé]copie|pager|telex|tty"),
    (PhoneKind.MOBILE, r"mobile|cell\w*|portable|gsm|iphone"),
    (PhoneKind.HOME, r"home|domicile|perso\w*|priv\w*|maison"),
    (PhoneKind.SWITCHBOARD, r"main|standard|switchboard|accueil"),
    (PhoneKind.DIRECT, r"work|business|office|direct\w*|bureau|pro\w*|fixe|travail"),
    (PhoneKind.OTHER, r"other|autre|car|custom|assistant\w*"),
)
_EMAIL_KINDS = (
    (EmailKind.PERSONAL, r"home|perso\w*|priv\w*|domicile"),
    (EmailKind.WORK, r"work|pro\w*|business|bureau|travail|office"),
    (EmailKind.OTHER, r"other|autre|custom\w*|school"),
)
_FRENCH = re.compile(r"^0([1-9](?:[ .\-\u00a0\u202f]?\d\d){4})$")


def emails_in(cell: str, kind: str = "") -> Iterator[tuple[str, str]]:
    """(address or what is in its place, kind) for each of a cell."""
    for part in _BETWEEN_EMAILS.split(cell):
        bare, label = _unlabelled(part)
        bare = bare.removeprefix("mailto:").strip(" <>*")
        if bare:
            yield bare, email_kind(label) or kind


def phones_in(cell: str, kind: str = "") -> Iterator[tuple[str, str]]:
    """(number as written, kind) for each of a cell; the kind of a fax or pager is FAX."""
    for part in _BETWEEN_PHONES.split(cell):
        bare, label = _unlabelled(part)
        if bare.strip(" *"):
            yield bare.strip(" *"), phone_kind(label) or kind


def links_in(cell: str) -> Iterator[str]:
    for part in _BETWEEN_LINKS.split(cell):
        if part.strip():
            yield _unlabelled(part)[0]


def _unlabelled(part: str) -> tuple[str, str]:
    match = _LABELLED.search(part)
    return (part[: match.start()].strip(), match[1]) if match else (part.strip(), "")


@lru_cache(maxsize=2048)
def email_kind(label: str) -> str:
    """“* Work” → work; "" when the label says nothing."""
    return _kind(label, _EMAIL_KINDS)


@lru_cache(maxsize=2048)
def phone_kind(label: str) -> str:
    return _kind(label, _PHONE_KINDS)


def _kind(label: str, kinds: tuple[tuple[str, str], ...]) -> str:
    lowered = label.lower()
    return next((str(kind) for kind, words in kinds if re.search(rf"\b(?:{words})\b", lowered)), "") if label else ""


def usual_email_kind(address: str) -> str:
    """Nobody said: an address at everybody's mail host is somebody's own."""
    return EmailKind.PERSONAL if address.rpartition("@")[2].lower() in FREE_MAIL else EmailKind.WORK


def dialled(raw: str, country: str) -> tuple[str, str] | None:
    """(E.164, extension), or None for a number that cannot be dialled from `country` (France when empty)."""
    if country in ("", "FR") and (match := _FRENCH.match(raw)):
        return "+33" + re.sub(r"\D", "", match[1]), ""
    try:
        number, extension = normalise_phone(_worldwide(raw), country)
    except DomainError:
        return None
    return number, extension[:12]


def _worldwide(raw: str) -> str:
    """“00-1-212…” and “tel:+1…;ext=102” as phonenumbers reads them wherever it is told to stand."""
    bare = raw.removeprefix("tel:").strip()
    if bare.startswith("00") and not bare.startswith("000"):
        return "+" + bare[2:].lstrip(" -.")
    return bare


def web_address(raw: str) -> str | None:
    """The address as it is stored, or None."""
    try:
        return normalise_link(raw.replace("\\:", ":"))
    except (DomainError, ValueError):
        return None


def compose(values: dict[str, Any]) -> None:
    """Fill the lists of a row (`mails`, `tels`, `urls`, each with its kinds) from its cells."""
    mails: dict[str, str] = {}
    for name, kind in _EMAIL_CELLS:
        if values[name]:
            label = values.get(f"{name}_kind")
            for address, found in emails_in(values[name], email_kind(label or "") or kind):
                mails.setdefault(address, found)
    values["mails"], values["mail_kinds"] = list(mails), list(mails.values())
    tels: dict[str, str] = {}
    for name, kind in _PHONE_CELLS:
        if values[name]:
            label = values.get(f"{name}_kind")
            for number, found in phones_in(values[name], phone_kind(label or "") or kind):
                tels.setdefault(_extended(number, values) if not tels else number, found)
    values["tels"], values["tel_kinds"] = list(tels), list(tels.values())
    urls = [link for name in ("link", "website") if values[name] for link in links_in(values[name])]
    values["urls"] = list(dict.fromkeys(urls))


def _extended(number: str, values: dict[str, Any]) -> str:
    """The column of extensions goes with the row's first number, when that has none of its own."""
    extension = values["extension"]
    if not extension or re.search(r"x|ext|poste", number, re.I):
        return number
    return f"{number} ext. {extension}"


# An empty kind is told by the label beside it, or by the name of the column.
_EMAIL_CELLS = (
    ("email", ""),
    ("email_2", ""),
    ("email_3", ""),
    ("email_home", EmailKind.PERSONAL),
    ("email_other", EmailKind.OTHER),
)
_PHONE_CELLS = (
    ("phone", ""),
    ("phone_mobile", PhoneKind.MOBILE),
    ("phone_2", ""),
    ("phone_3", ""),
    ("phone_home", PhoneKind.HOME),
    ("phone_home_2", PhoneKind.HOME),
    ("phone_other", PhoneKind.OTHER),
    ("phone_main", PhoneKind.SWITCHBOARD),
)
