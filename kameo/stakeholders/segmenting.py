"""Filters of the list of people as an address, a segment and later capabilities read them (R74)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kameo.accounts.models import Account
from kameo.stakeholders import narrowing
from kameo.stakeholders.enums import Family, Seniority
from kameo.stakeholders.listing import Criteria, people_for
from kameo.stakeholders.models import Segment

if TYPE_CHECKING:
    from kameo.people.models import User

POSTS = ("q", "family", "level", "former", "account")
NAMES = (*POSTS, *narrowing.NAMES)


def filters_of(asked: Mapping[str, Any]) -> dict[str, str]:
    """What of `asked` narrows the list, as an address writes it; what means nothing is left out."""
    given = {name: str(asked.get(name) or "").replace("\x00", "").strip()[:120] for name in POSTS}
    given["family"] = given["family"] if given["family"] in Family.values else ""
    given["level"] = given["level"] if given["level"] in Seniority.values else ""
    given["former"] = "1" if given["former"] == "1" else ""
    given["account"] = given["account"] if given["account"].isdecimal() and len(given["account"]) < 19 else ""
    return {name: value for name, value in given.items() if value} | narrowing.read(asked).given


def criteria_of(
    filters: Mapping[str, Any], user: User, *, account: Account | None = None, alone: bool = False
) -> Criteria:
    """The list's criteria; an account that `user` does not see holds nobody."""
    read = filters_of(filters)
    if account is None and "account" in read:
        account = Account.objects.visible_to(user).filter(pk=read["account"]).first() or _nowhere()
    return Criteria(
        text=read.get("q", ""),
        family=read.get("family", ""),
        level=read.get("level", ""),
        account=account,
        alone=alone,
        former="former" in read,
        narrowing=narrowing.read(read),
    )


def people_in(segment: Segment, user: User) -> Any:
    """Whom the segment holds today among those that `user` sees, as `listing.people_for` gives them."""
    return people_for(user, criteria_of(segment.filters, user))


def _nowhere() -> Account:
    return Account(pk=0)
