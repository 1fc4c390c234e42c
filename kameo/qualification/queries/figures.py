"""The figures of an account's portrait, with its class and the reasons, for one reader, today or at a past date."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Max

from kameo.accounts.models import Account, AccountPulse, TimelineEntry
from kameo.accounts.queries.roll_up import RollUp, roll_ups
from kameo.accounts.queries.states import end_of, states_at
from kameo.accounts.revenue.totals import OwnTotal, own_revenue_at
from kameo.accounts.rules import can_see_totals
from kameo.core import clock
from kameo.qualification.axes.classes import class_of, thresholds
from kameo.qualification.axes.key import key_reason
from kameo.qualification.axes.large import LargeReason, Verdict, explain_verdict
from kameo.qualification.axes.scorecard import Points
from kameo.qualification.queries.standings import Standing, TreeAmounts, standing_of, standings_at

if TYPE_CHECKING:
    from kameo.people.models import User

CONTACTS = ("call", "mail", "meeting")


@dataclass(frozen=True, kw_only=True)
class ClassFound:
    """The class of an account, with what the rules say.

    `large` and `key` are yes, no or not rated yet (None); `account_class` reads that as no and `class_complete` says
    so. They are those of the decision in force, else the computed ones (`class_source`). The class is the same for
    every reader: it is judged on what every member of the account may see. `verdict` is the large axis with its
    reasons (our total hidden from those who may not see it), `key_reason` the key axis'. `scorecard` and `alignment`
    are points out of 100 with their completeness, None when nothing is rated.
    """

    account_id: int
    as_of: date
    verdict: Verdict
    key_reason: LargeReason
    scorecard: Points
    alignment: Points
    computed_large: bool | None
    computed_key: bool | None
    large: bool | None
    key: bool | None
    account_class: str
    class_complete: bool
    class_source: str

    @property
    def reasons(self) -> list[LargeReason]:
        """Of both computed axes, criterion by criterion."""
        return [*self.verdict.reasons, self.key_reason]


@dataclass(frozen=True, kw_only=True)
class Figures(ClassFound, RollUp):
    """Amounts in the reporting currency, the account and what hung below it (or alone: scope "entity").

    `change` and `share` are percentages, None with a reason: "no_previous", "no_revenue", "own_total_unknown",
    "not_permitted". `own_total` is None where the reader may not see it.
    """

    potential: Decimal | None
    change: Decimal | None
    change_reason: str
    share: Decimal | None
    share_reason: str
    own_total: OwnTotal | None
    last_contact_at: datetime | None


def figures(
    account: Account, user: User, as_of: date | None = None, *, scope: str = "group", pulse: AccountPulse | None = None
) -> Figures:
    """The figures of one account; two queries today (four where parts are hidden), more at a past date.

    `pulse` saves a query to who has just read it with the account.
    """
    read = [pulse] if pulse is not None else None
    return figures_for([account.pk], user, as_of, scope=scope, pulses=read)[account.pk]


def figures_for(
    account_ids: Collection[int],
    user: User,
    as_of: date | None = None,
    *,
    scope: str = "group",
    pulses: Iterable[AccountPulse] | None = None,
) -> dict[int, Figures]:
    """The same for many accounts, by id, in as many queries. The caller has checked that the user sees them."""
    day = as_of or clock.company_today()
    ids = list(account_ids)
    today = day == clock.company_today()
    totals = own_revenue_at(day), can_see_totals(user)
    bases = _bases_today(ids, pulses) if today else _bases_at(ids, day, totals[0])
    seen = _seen(ids, user, None if today else day, scope, bases)
    return {pk: _figures(pk, day, bases[pk], seen[pk], totals) for pk in ids}


def base_of(account_id: int, day: date, total: OwnTotal) -> Base:
    """What the class of one account is judged on."""
    bases = _bases_today([account_id]) if day == clock.company_today() else _bases_at([account_id], day, total)
    return bases[account_id]


@dataclass(frozen=True)
class Base:
    """What the class is judged on, and what only the pulse knows."""

    group: RollUp
    potential: Decimal | None
    standing: Standing
    last_contact_at: datetime | None


def _bases_today(ids: list[int], pulses: Iterable[AccountPulse] | None = None) -> dict[int, Base]:
    rows = pulses or AccountPulse.objects.filter(account_id__in=ids).select_related("account")
    found = {row.account_id: _base(row) for row in rows}
    empty = Base(RollUp(), None, Standing(), None)
    return {pk: found.get(pk, empty) for pk in ids}


# What the pulse holds of a roll-up, as `tree_…`.
_STORED = tuple(one.name for one in fields(RollUp) if one.name != "revenue_between")


def _base(row: AccountPulse) -> Base:
    group = RollUp(**{name: getattr(row, f"tree_{name}") for name in _STORED})
    return Base(group, row.account.potential, standing_of(row), row.tree_last_contact_at)


def _bases_at(ids: list[int], day: date, total: OwnTotal) -> dict[int, Base]:
    groups = roll_ups(ids, None, day)
    potentials = {pk: state.potential for pk, state in states_at(ids, day).items()}
    amounts = {pk: TreeAmounts(one.revenue_12m, one.unconverted, potentials.get(pk)) for pk, one in groups.items()}
    standings = standings_at(amounts, day, total.amount)
    contacts: dict[int, Any] = dict(
        TimelineEntry.objects.filter(account_id__in=ids, kind__in=CONTACTS, at__lt=end_of(day))
        .values("account_id")
        .annotate(last=Max("at"))
        .values_list("account_id", "last")
    )
    return {pk: Base(groups[pk], potentials.get(pk), standings[pk], contacts.get(pk)) for pk in ids}


def _seen(ids: list[int], user: User, day: date | None, scope: str, bases: dict[int, Base]) -> dict[int, RollUp]:
    """What this reader adds up: the base, but for trees with hidden parts, which some readers see."""
    if scope == "entity":
        return roll_ups(ids, user, day, alone=True)
    partly = [pk for pk in ids if bases[pk].group.left_out]
    return {pk: bases[pk].group for pk in ids} | roll_ups(partly, user, day)


def class_found(account_id: int, day: date, base: Base, total: OwnTotal, permitted: bool) -> dict[str, Any]:
    """The fields of ClassFound; our total shows only where it is `permitted`."""
    standing, gates = base.standing, dict(thresholds())
    reason = key_reason(standing.computed_key, standing.alignment, gate=gates.pop("key_gate"))
    verdict = explain_verdict(
        standing.judged,
        revenue_12m=base.group.revenue_12m,
        potential=base.potential,
        own_total=total.amount,
        scorecard=standing.scorecard.value,
        **gates,
    )
    return {
        "account_id": account_id,
        "as_of": day,
        "verdict": verdict if permitted else verdict.without_share(),
        "key_reason": reason,
        "scorecard": standing.scorecard,
        "alignment": standing.alignment,
        "computed_large": standing.judged.large,
        "computed_key": standing.computed_key,
        "large": standing.large,
        "key": standing.key,
        "account_class": class_of(standing.large, standing.key),
        "class_complete": standing.large is not None and standing.key is not None,
        "class_source": standing.source,
    }


def _figures(pk: int, day: date, base: Base, seen: RollUp, totals: tuple[OwnTotal, bool]) -> Figures:
    total, permitted = totals
    change, change_reason = _revenue_change(seen)
    share, share_reason = _share(seen, total) if permitted else (None, "not_permitted")
    return Figures(
        **vars(seen),
        **class_found(pk, day, base, total, permitted),
        potential=base.potential,
        change=change,
        change_reason=change_reason,
        share=share,
        share_reason=share_reason,
        own_total=total if permitted else None,
        last_contact_at=base.last_contact_at,
    )


def _revenue_change(seen: RollUp) -> tuple[Decimal | None, str]:
    now, before = seen.revenue_12m, seen.revenue_previous_12m
    if now is None:
        return None, "no_revenue"
    if before is None or before <= 0:
        return None, "no_previous"
    return (now - before) * 100 / before, ""


def _share(seen: RollUp, total: OwnTotal) -> tuple[Decimal | None, str]:
    share = total.share(seen.revenue_12m)
    if share is not None:
        return share, ""
    return None, "no_revenue" if seen.revenue_12m is None else "own_total_unknown"
