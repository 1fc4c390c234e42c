"""What `prepare` makes of a parsed row before it is copied: a name in two parts, guesses, lists of addresses."""

from __future__ import annotations

import json
import zoneinfo
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from babel import Locale

from kameo.accounts.importers.nodes import FREE_MAIL, fill_siren
from kameo.contacts.enums import PhoneKind
from kameo.contacts.importers.names import salutation_of, split_name
from kameo.contacts.importers.points import EMAIL, FAX, compose, usual_email_kind
from kameo.contacts.importers.titles import family_of, level_of
from kameo.core.text import fold

DERIVED = {
    "mails": "text[]",
    "mail_kinds": "text[]",
    "tels": "text[]",
    "tel_kinds": "text[]",
    "urls": "text[]",
    "guessed_family": "text",
    "guessed_level": "text",
    "domain": "text",
    "unread": "jsonb",
}
NAME_LIMIT = 120


def prepare(values: dict[str, Any]) -> None:
    """Set-wise work starts from here: every value of a row is what the database will hold, or in `unread`."""
    unread: list[tuple[str, str, str, dict[str, Any]]] = []
    for name in ("company", "reports_to"):
        if values[name] and "::::" in values[name]:  # vtiger writes which module a name is of
            values[name] = values[name].rpartition("::::")[2].strip() or None
    _prepare_name(values, unread)
    title = values["job_title"]
    if title:
        values["guessed_family"], values["guessed_level"] = family_of(title), level_of(title)
    compose(values)
    _keep_readable(values, unread)
    _prepare_language_and_zone(values, unread)
    fill_siren(values)
    values["domain"] = _domain(values)
    values["unread"] = json.dumps(unread) if unread else None


def _prepare_name(values: dict[str, Any], unread: list[Any]) -> None:
    first, last = values["first_name"], values["last_name"]
    if not first and not last and values["full_name"]:
        first, last, salutation = split_name(values["full_name"])
        values["salutation"] = values["salutation"] or salutation or None
    elif last and not first and (salutation := salutation_of(last.split(" ")[0])) and " " in last:
        first, last, _ = split_name(last)
        values["salutation"] = values["salutation"] or salutation
    if values["job_title"] and not values["salutation"] and salutation_of(values["job_title"]):
        # “Title” means the courtesy title in some products.
        values["salutation"], values["job_title"] = salutation_of(values["job_title"]), None
    first = " ".join(part for part in (first, values["middle_name"]) if part)
    last = " ".join(part for part in (last, values["suffix"]) if part)
    for name, text in (("first_name", first), ("last_name", last)):
        if len(text) > NAME_LIMIT:
            unread.append((name, text[:80], "text_shortened", {"limit": NAME_LIMIT}))
        values[name] = text[:NAME_LIMIT].strip() or None


def _keep_readable(values: dict[str, Any], unread: list[Any]) -> None:
    """Addresses that are none, faxes and pagers leave with a word about each."""
    mails: dict[str, tuple[str, str]] = {}
    for address, kind in zip(values["mails"], values["mail_kinds"], strict=True):
        if EMAIL.match(address) and len(address) <= 254:
            local, _, domain = address.rpartition("@")
            mails.setdefault(address.lower(), (f"{local}@{domain.lower()}", kind or usual_email_kind(address)))
        else:
            unread.append(("email", address[:200], "email_invalid", {}))
    tels = {}
    for number, kind in zip(values["tels"], values["tel_kinds"], strict=True):
        if kind == FAX:
            unread.append(("phone", number[:200], "fax_left_out", {}))
        else:
            tels[number] = kind or PhoneKind.DIRECT.value
    values["mails"] = [address for address, _ in mails.values()]
    values["mail_kinds"] = [kind for _, kind in mails.values()]
    values["tels"], values["tel_kinds"] = list(tels), list(tels.values())


def _prepare_language_and_zone(values: dict[str, Any], unread: list[Any]) -> None:
    if values["language"] and (found := language_code(values["language"])) is None:
        unread.append(("language", values["language"], "language_unknown", {}))
        values["language"] = None
    elif values["language"]:
        values["language"] = found
    if values["time_zone"] and values["time_zone"] not in _zones():
        unread.append(("time_zone", values["time_zone"], "time_zone_unknown", {}))
        values["time_zone"] = None


def _domain(values: dict[str, Any]) -> str | None:
    """The company's own domain: of its site, else of the first address that is not at everybody's host."""
    if values["company_site"]:
        return (urlsplit(values["company_site"]).hostname or "").removeprefix("www.") or None
    domains = (address.rpartition("@")[2] for address in values["mails"])
    return next((domain for domain in domains if domain not in FREE_MAIL), None)


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


@lru_cache(maxsize=512)
def language_code(text: str) -> str | None:
    """“Français”, “French”, “fr-FR” → fr."""
    code = text.strip().replace("_", "-").split("-")[0].lower()
    return code if len(code) == 2 and code in _languages().values() else _languages().get(fold(text))


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    names: dict[str, str] = {}
    for shown in ("en", "fr", "de", "es", "it"):
        names |= {fold(name): code for code, name in Locale(shown).languages.items() if len(code) == 2}
    return names
