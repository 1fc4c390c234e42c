"""The filters of a segment as people read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.listing.people_filters import people_filters

if TYPE_CHECKING:
    from kameo.people.models import User

Say = Callable[[str, str], str]


def read_phrases() -> dict[str, Say]:
    """How each registered filter says its value, by its name: read once for a page."""
    found: dict[str, Say] = {}
    for one in people_filters:
        say = one.words()
        found |= dict.fromkeys(one.names, say)
    return found


def filters_in_words(
    filters: Mapping[str, str], phrases: Mapping[str, Say], accounts: Mapping[int, str] | None = None
) -> list[str]:
    """One phrase a filter, in the order of the page. An account reads as its name where `accounts` has it."""
    found = []
    for name, value in filters.items():
        say = phrases.get(name)
        phrase = say(name, value) if say else _post_phrase(name, value, accounts or {})
        if phrase:
            found.append(phrase)
    return found


def account_names_of(filters: Mapping[str, str], user: User) -> dict[int, str]:
    """The account a segment is about, if its reader may see it; one query, none without an account."""
    if not filters.get("account"):
        return {}
    seen = Account.objects.visible_to(user).filter(pk=filters["account"])
    return dict(seen.values_list("pk", "name"))


def _post_phrase(name: str, value: str, accounts: Mapping[int, str]) -> str:
    if name == "account":
        return accounts.get(int(value), _("one account"))
    if name in CHOICES:
        return str(CHOICES[name](value).label)
    return {"q": f"“{value}”", "former": _("former positions too")}.get(name, "")


CHOICES = {"family": Family, "level": Seniority}
