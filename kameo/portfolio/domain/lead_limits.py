"""Caps by role as the team of an account asks for them (R100): see `accounts.team.limits`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kameo.accounts.enums import Function
from kameo.accounts.models import Account
from kameo.accounts.team.limits import lead_limits
from kameo.portfolio.caps.led import Held, held_by
from kameo.portfolio.caps.words import caps_of, passed_words, reached_words
from kameo.portfolio.domain.caps import check_cap, check_caps, taken_of
from kameo.portfolio.models import CapExcess

if TYPE_CHECKING:
    from kameo.people.models import User


class Caps:
    """Provides `lead_limits`."""

    def check(self, user: User, accounts: Sequence[Account], *, by: User | None, reason: str = "") -> None:
        check_caps(user, taken_of(accounts), by=by, reason=reason)

    def check_new(self, user: User, account: Account, *, by: User | None) -> None:
        # Nothing is known of a new account: neither large nor key. Its class may pass a cap later, as an alert.
        check_cap(user, account, large=False, key=False, by=by)

    def passed(self, users: Iterable[User]) -> dict[int, str]:
        people = list(users)
        held = held_by([user.pk for user in people]) if people else {}
        return {user.pk: _cap_words(user, held.get(user.pk, Held()), only_passed=True) for user in people}

    def warning(self, user: User) -> str:
        return _cap_words(user, held_by([user.pk]).get(user.pk, Held()), only_passed=False)

    def excesses(self, account: Account) -> list[CapExcess]:
        leads = account.members.filter(function=Function.LEAD).values("user")
        rows = account.cap_excesses.filter(user__in=leads).select_related("user", "by")
        return list(rows.order_by("-at", "-id")[:3])


def _cap_words(user: User, held: Held, *, only_passed: bool) -> str:
    caps = caps_of(user.role, held)
    for one in caps:
        if one.passed:
            return passed_words(user.full_name, one)
    if only_passed:
        return ""
    return next((reached_words(user.full_name, one) for one in caps if one.reached), "")


lead_limits.fill(Caps())
