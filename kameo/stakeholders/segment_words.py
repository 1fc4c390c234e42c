"""The filters of a segment as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.models import Account
from kameo.stakeholders.enums import Channel, Family, PersonKind, Seniority, Stance, TermList
from kameo.stakeholders.terms import Words

if TYPE_CHECKING:
    from kameo.people.models import User


def in_words(filters: Mapping[str, str], terms: Words, accounts: Mapping[int, str] | None = None) -> list[str]:
    """One phrase a filter, in the order of the page. An account reads as its name where `accounts` has it."""
    found = []
    for name, value in filters.items():
        phrase = _phrase(name, value, terms, accounts or {})
        if phrase:
            found.append(phrase)
    return found


def names_of(filters: Mapping[str, str], user: User) -> dict[int, str]:
    """The account a segment is about, if its reader may see it; one query, none without an account."""
    if not filters.get("account"):
        return {}
    seen = Account.objects.visible_to(user).filter(pk=filters["account"])
    return dict(seen.values_list("pk", "name"))


def _phrase(name: str, value: str, terms: Words, accounts: Mapping[int, str]) -> str:
    if name in {"role", "motivation", "topic"}:
        kind = {"role": TermList.ROLE, "motivation": TermList.MOTIVATION, "topic": TermList.TOPIC}[name]
        return terms.name(kind, value)
    if name in CHOICES:
        return str(CHOICES[name](value).label)
    if name in {"silent", "met"}:
        days = int(value)
        if name == "silent":
            return ngettext("silent for %(num)s day", "silent for %(num)s days", days) % {"num": days}
        return ngettext("met within %(num)s day", "met within %(num)s days", days) % {"num": days}
    if name == "account":
        return accounts.get(int(value), _("one account"))
    plain = {"q": f"“{value}”", "former": _("former positions too"), "influence": _("influence from %s") % value}
    if name == "reachable":
        return _("has not refused: %s") % Channel(value).label
    return plain.get(name, "")


CHOICES = {"family": Family, "level": Seniority, "stance": Stance, "kind": PersonKind}
