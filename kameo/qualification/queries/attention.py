"""Accounts that ask for a decision: candidates, those that no longer qualify, due ones, watched ones, dependence.

Each list holds only what the reader may see, with the reason in words; `after` continues it from the last row's
`place`. One query each, one more where our total is asked (dependence four).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import DecimalField, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account
from kameo.accounts.revenue.totals import own_revenue_at
from kameo.accounts.rules import can_see_totals
from kameo.core import clock, preferences
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.qualification.axes.classes import thresholds
from kameo.qualification.models import ClassDecision
from kameo.qualification.queries.figures import figures_for

if TYPE_CHECKING:
    from kameo.people.models import User

LIMIT = 50
Place = tuple[Decimal, int]


@dataclass(frozen=True)
class Cause:
    """Why an account is on a list: `code` is stable, `text` in the reader's language, figures as they stand."""

    code: str
    text: str
    value: Decimal | int | None = None
    threshold: Decimal | int | None = None


@dataclass(frozen=True)
class AccountToWatch:
    """An account that asks for attention. Amounts in the reporting currency, the account and what hangs below it.

    `rank` is what the list is ordered by, the highest first. `decision_id`, `on` (when it is due) and `level` (of
    dependence, in percent) only where the list speaks of them.
    """

    account_id: int
    name: str
    account_class: str
    class_source: str
    revenue_12m: Decimal | None
    potential: Decimal | None
    scorecard: Decimal | None
    alignment: Decimal | None
    causes: tuple[Cause, ...]
    rank: Decimal
    decision_id: int | None = None
    on: date | None = None
    level: Decimal | None = None

    @property
    def place(self) -> Place:
        return (self.rank, self.account_id)


def candidates(user: User, *, limit: int = LIMIT, after: Place | None = None) -> list[AccountToWatch]:
    """Accounts that cross a threshold of the large axis (or of size) and about which nobody decided (R14).

    The highest revenue or potential first. Revenue, share, potential, sites, entities: each that is crossed is said.
    """
    worth = Greatest(Coalesce("pulse__tree_revenue_12m", _zero()), Coalesce("potential", _zero()))
    gates = thresholds_today()
    rows = _ranked_accounts(candidate_accounts(user, gates), worth, limit, after)
    return [_attention_row(row, _crossed(row, gates)) for row in rows]


def candidate_accounts(user: User, gates: dict[str, Any]) -> Any:
    """The accounts of `candidates`, unordered; `gates` is `asked_today()`."""
    crossed = (
        Q(pulse__tree_revenue_12m__gte=gates["threshold"])
        | Q(potential__gte=gates["threshold"])
        | Q(pulse__tree_entities__gte=gates["entities"])
        | Q(pulse__tree_sites__gte=gates["sites"])
        | Q(site_count__gte=gates["sites"])
    )
    if gates["share"] is not None:
        crossed |= Q(pulse__tree_revenue_12m__gte=gates["share"])
    return Account.objects.visible_to(user).filter(crossed).filter(~_decided())


def no_longer_qualify(user: User, *, limit: int = LIMIT, after: Place | None = None) -> list[AccountToWatch]:
    """Accounts decided to be large or key which the rules, as of today, say are not (R14)."""
    rows = _ranked_accounts(lost_accounts(user), Coalesce("pulse__tree_revenue_12m", _zero()), limit, after)
    return [_attention_row(row, _lost(row)) for row in rows]


def lost_accounts(user: User) -> Any:
    """The accounts of `no_longer_qualify`, unordered: the rules say no today, and did not on the day of the decision.

    A class imposed against the rules of its day is no news while they still say the same.
    """
    decided = ClassDecision.objects.in_force(clock.company_today()).filter(account=OuterRef("pk"))
    lost = [
        Q(
            Exists(decided.exclude(**{f"computed_{axis}": False})),
            **{f"pulse__{axis}": True, f"pulse__computed_{axis}": False},
        )
        for axis in ("large", "key")
    ]
    return Account.objects.visible_to(user).filter(lost[0] | lost[1])


def decisions_due(user: User, on: date | None = None, *, limit: int = LIMIT) -> list[AccountToWatch]:
    """Decisions in force that are to be looked at again by `on` (today), the longest overdue first (R12)."""
    found = due_decisions(user, on or clock.company_today())
    rows = found.order_by("due_on", "pk").values(
        *[f"account__{name}" for name in _SHOWN], "pk", "due_on", "kind", "reason"
    )
    return [_due(row) for row in rows[:limit]]


def due_decisions(user: User, day: date) -> Any:
    """The decisions of `decisions_due`, unordered."""
    return ClassDecision.objects.in_force(clock.company_today()).visible_to(user).filter(due_on__lte=day)


def watch_list(user: User, *, limit: int = LIMIT, after: Place | None = None) -> list[AccountToWatch]:
    """Watched accounts, and small ones that help our objectives enough by themselves (R16).

    Small: the large axis is not yes. The best aligned first.
    """
    least = preferences.get("watch.minimum_alignment")
    small = Q(pulse__alignment__gte=least) & (Q(pulse__large=False) | Q(pulse__large__isnull=True))
    found = Account.objects.visible_to(user).filter(Q(watched=True) | small)
    rows = _ranked_accounts(found, Coalesce("pulse__alignment", _zero()), limit, after)
    return [_attention_row(row, _watched(row, least)) for row in rows]


def dependence(user: User) -> list[AccountToWatch]:
    """Customers at the top of their tree that make too much of our revenue (R15), the highest share first.

    Only for those who see our total; the share is that of what the reader may see. At or above a level counts.
    """
    steps = sorted(levels())
    total = own_revenue_at(clock.company_today()).amount
    if not can_see_totals(user) or not steps or total is None or total <= 0:
        return []
    least = total * steps[0] / 100
    tops = Account.objects.visible_to(user).filter(
        Q(pulse__tree_revenue_12m__gte=least) | Q(pulse__tree_left_out__gt=0), parent=None
    )
    rows = list(tops.values(*_SHOWN))
    seen = figures_for([row["pk"] for row in rows], user)
    found = [_dependent(row, seen[row["pk"]], steps) for row in rows]
    return sorted((row for row in found if row), key=lambda row: (-row.rank, row.account_id))


_SHOWN = [
    "pk",
    "name",
    "potential",
    "watched",
    "site_count",
    "pulse__account_class",
    "pulse__class_source",
    "pulse__tree_revenue_12m",
    "pulse__tree_entities",
    "pulse__tree_sites",
    "pulse__scorecard",
    "pulse__alignment",
    "pulse__large",
    "pulse__computed_large",
    "pulse__key",
    "pulse__computed_key",
]


def _zero() -> Value:
    return Value(Decimal(0), output_field=DecimalField())


def _decided() -> Exists:
    in_force = ClassDecision.objects.in_force(clock.company_today())
    return Exists(in_force.filter(account_id=OuterRef("pk")))


def thresholds_today(*, total: Decimal | None = None) -> dict[str, Any]:
    """What makes a candidate; `share` as an amount, None when our own revenue (`total`, read here unless given) is
    not known.
    """
    total = own_revenue_at(clock.company_today()).amount if total is None else total
    gate = thresholds()["share_gate"]
    return {
        "threshold": thresholds()["threshold"],
        "gate": gate,
        "share": total * gate / 100 if total is not None and total > 0 else None,
        "entities": preferences.get("candidate.entities"),
        "sites": preferences.get("candidate.sites"),
    }


def _ranked_accounts(accounts: Any, rank: Any, limit: int, after: Place | None) -> list[dict[str, Any]]:
    ranked = accounts.annotate(rank=rank)
    if after is not None:
        ranked = ranked.filter(Q(rank__lt=after[0]) | Q(rank=after[0], pk__gt=after[1]))
    return list(ranked.order_by("-rank", "pk").values(*_SHOWN, "rank")[:limit])


def _attention_row(row: dict[str, Any], causes: list[Cause], prefix: str = "", **more: Any) -> AccountToWatch:
    def read(name: str) -> Any:
        return row[f"{prefix}{name}"]

    return AccountToWatch(
        account_id=read("pk"),
        name=read("name"),
        account_class=read("pulse__account_class") or AccountClass.STANDARD.value,
        class_source=read("pulse__class_source") or "computed",
        revenue_12m=read("pulse__tree_revenue_12m"),
        potential=read("potential"),
        scorecard=read("pulse__scorecard"),
        alignment=read("pulse__alignment"),
        causes=tuple(causes),
        **{"rank": row.get("rank", Decimal(0)), **more},
    )


def _crossed(row: dict[str, Any], gates: dict[str, Any]) -> list[Cause]:
    currency = reporting_currency()
    revenue, potential, threshold = row["pulse__tree_revenue_12m"], row["potential"], gates["threshold"]
    entities, sites = row["pulse__tree_entities"], max(row["pulse__tree_sites"] or 0, row["site_count"] or 0)
    found = []
    if revenue is not None and revenue >= threshold:
        text = _("%(amount)s over 12 months") % {"amount": formats.money(revenue, currency)}
        found.append(Cause("revenue", text, revenue, threshold))
    if revenue is not None and gates["share"] is not None and revenue >= gates["share"]:
        text = _("at least %(gate)s of our revenue") % {"gate": formats.percent(gates["gate"])}
        found.append(Cause("share", text, None, gates["gate"]))
    if potential is not None and potential >= threshold:
        text = _("%(amount)s of potential") % {"amount": formats.money(potential, currency)}
        found.append(Cause("potential", text, potential, threshold))
    if sites >= gates["sites"]:
        text = ngettext("%(num)s site", "%(num)s sites", sites) % {"num": sites}
        found.append(Cause("sites", text, sites, gates["sites"]))
    if entities is not None and entities >= gates["entities"]:
        text = ngettext("%(num)s entity", "%(num)s entities", entities) % {"num": entities}
        found.append(Cause("entities", text, entities, gates["entities"]))
    return found


def _lost(row: dict[str, Any]) -> list[Cause]:
    gates = thresholds()
    found = []
    if row["pulse__large"] and row["pulse__computed_large"] is False:
        text = _("decided large; the figures of today say no")
        found.append(Cause("large", text, row["pulse__tree_revenue_12m"], gates["threshold"]))
    if row["pulse__key"] and row["pulse__computed_key"] is False:
        text = _("decided key; %(points)s points of alignment are under %(gate)s")
        words = {"points": formats.number(row["pulse__alignment"]), "gate": gates["key_gate"]}
        found.append(Cause("key", text % words, row["pulse__alignment"], gates["key_gate"]))
    return found


def _due(row: dict[str, Any]) -> AccountToWatch:
    on = row["due_on"]
    text = _("to be looked at again since %(day)s") if on <= clock.company_today() else _("due on %(day)s")
    cause = Cause("due", text % {"day": formats.date_short(on)})
    return _attention_row(row, [cause], "account__", decision_id=row["pk"], on=on)


def _watched(row: dict[str, Any], least: int) -> list[Cause]:
    found = []
    if row["watched"]:
        found.append(Cause("watched", _("somebody watches it")))
    alignment = row["pulse__alignment"]
    if alignment is not None and alignment >= least and not row["pulse__large"]:
        text = _("%(points)s points of alignment") % {"points": formats.number(alignment)}
        found.append(Cause("alignment", text, alignment, least))
    return found


def levels() -> list[Decimal]:
    """The percents of our revenue from which one customer is a dependence (R15)."""
    return [Decimal(text.replace("%", "").replace(",", ".").strip()) for text in preferences.get("dependence.levels")]


def _dependent(row: dict[str, Any], figures: Any, steps: list[Decimal]) -> AccountToWatch | None:
    share = figures.share
    reached = [level for level in steps if share is not None and share >= level]
    if share is None or not reached:
        return None
    text = _("%(share)s of our revenue: %(level)s or more is a dependence")
    words = {"share": formats.percent(share), "level": formats.percent(reached[-1])}
    return _attention_row(row, [Cause("dependence", text % words, share, reached[-1])], rank=share, level=reached[-1])
