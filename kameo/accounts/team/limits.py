"""The limits on the accounts a colleague leads: verbs that name a lead ask here, the app of caps answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kameo.core.registry import Slot

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User


class LeadLimits(Protocol):
    """What the team of an account needs to know of caps by role (R100)."""

    def check(self, user: User, accounts: Sequence[Account], *, by: User | None, reason: str = "") -> None:
        """Raises DomainError "cap_exceeded" unless `user` may lead these accounts too, fetched with their pulse."""

    def check_new(self, user: User, account: Account, *, by: User | None) -> None:
        """The same for an account just created, of which no class is known yet."""

    def passed(self, users: Iterable[User]) -> Mapping[int, str]:
        """By user id, in words: which cap the accounts they lead exceed, "" for none."""

    def warning(self, user: User) -> str:
        """What to say when `user` leads as many accounts as the role is meant for, or more; "" otherwise."""

    def excesses(self, account: Account) -> Sequence[Any]:
        """Why the present lead leads this account beyond the cap: confirmed by whom, when, why."""


lead_limits: Slot[LeadLimits] = Slot("limits of leads")
