"""Two accounts side by side before they become one: line by line, what differs, what would stay, what would move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kameo.accounts.domain.merge_choices import ABSORBED, BOTH, CHOSEN, KEPT, part_choices, resolve, secrecy_after
from kameo.accounts.enums import Function, Kind, Orientation, Status
from kameo.accounts.models import Account, AccountMember
from kameo.core import merging
from kameo.core.money import reporting_currency
from kameo.core.ui import formats


@dataclass(frozen=True)
class AccountDifference:
    """A field of both accounts of a merge; `chosen` is the side that is kept, "" where both are equal."""

    key: str
    label: str
    kept: str
    absorbed: str
    chosen: str
    both: bool = False

    @property
    def differs(self) -> bool:
        return self.kept != self.absorbed

    @property
    def result(self) -> str:
        if self.chosen == BOTH:
            return "\n\n".join(text for text in (self.kept, self.absorbed) if text)
        return self.absorbed if self.chosen == ABSORBED else self.kept


@dataclass(frozen=True)
class SideBySide:
    """`moving` says what hangs on the absorbed one: (label, how many). `losing` are colleagues who will not see it."""

    lines: list[AccountDifference]
    moving: list[tuple[Any, int]]
    confidential: bool
    losing: list[str]


def compare(kept: Account, absorbed: Account, choices: Mapping[str, str]) -> SideBySide:
    """Everything the page shows; three queries, whatever hangs on them. Unknown choices raise DomainError."""
    sides = resolve(kept, absorbed, choices)
    members = _members(kept, absorbed)
    lines = [_account_difference(name, kept, absorbed, sides) for name in CHOSEN]
    lines += _of_parts(kept, absorbed, members, sides)
    secret, team = secrecy_after(kept, absorbed)
    moving = [(label, number) for _key, label, number in merging.count_parts(Account, absorbed.pk)]
    return SideBySide(
        [line for line in lines if line.kept or line.absorbed], moving, secret, _losing(members, kept, absorbed, team)
    )


def _members(kept: Account, absorbed: Account) -> list[AccountMember]:
    rows = AccountMember.objects.filter(account__in=(kept, absorbed)).select_related("user")
    return list(rows.order_by("pk"))


def _account_difference(name: str, kept: Account, absorbed: Account, sides: Mapping[str, str]) -> AccountDifference:
    label = str(getattr(Account._meta.get_field(name), "verbose_name"))  # noqa: B009
    ours, theirs = _value_in_words(name, kept), _value_in_words(name, absorbed)
    chosen = "" if ours == theirs else sides[name]
    return AccountDifference(name, label[:1].upper() + label[1:], ours, theirs, chosen, both=name == "description")


def _of_parts(
    kept: Account, absorbed: Account, members: list[AccountMember], sides: Mapping[str, str]
) -> list[AccountDifference]:
    """The lead, and what apps above registered: rows of which the result has one."""
    leads = {row.account_id: row.user.full_name for row in members if row.function == Function.LEAD}
    lines = [_part("lead", _("Lead"), leads.get(kept.pk, ""), leads.get(absorbed.pk, ""), sides.get("lead", KEPT))]
    for key, choice in part_choices.items():
        ours, theirs, default = choice.read(kept, absorbed)
        lines.append(_part(key, str(choice.label), ours, theirs, sides.get(key, default)))
    return lines


def _part(key: str, label: str, ours: str, theirs: str, chosen: str) -> AccountDifference:
    if not (ours and theirs):
        return (
            AccountDifference(key, label, ours, theirs, ABSORBED if theirs else "")
            if ours != theirs
            else AccountDifference(key, label, ours, theirs, "")
        )
    return AccountDifference(key, label, ours, theirs, chosen if ours != theirs else "")


def _losing(members: list[AccountMember], kept: Account, absorbed: Account, team: str) -> list[str]:
    """Those of the open account's team who are not on the confidential one's."""
    if team not in {KEPT, ABSORBED}:
        return []
    stays = kept.pk if team == KEPT else absorbed.pk
    staying = {row.user_id for row in members if row.account_id == stays}
    return sorted({row.user.full_name for row in members if row.user_id not in staying})


def _value_in_words(name: str, account: Account) -> str:
    value = getattr(account, name)
    if value in (None, ""):
        return ""
    words = {"kind": Kind, "status": Status, "orientation": Orientation}.get(name)
    if words is not None:
        return str(words(value).label)  # type: ignore[operator]
    if name == "cadence_days":
        return str(formats.days_in_words(value))
    if isinstance(value, Decimal):
        currency = account.own_revenue_currency if name == "own_revenue" else ""
        return str(formats.money(value, currency or reporting_currency()))
    return formats.number(value) if isinstance(value, int) else str(value)
