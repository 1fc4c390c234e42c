"""The scores that the system proposes for criteria, each with its reason; none counts until accepted (R6).

A higher app that knows more (people who decide, years of contracts) registers its own proposer at start-up, for a
criterion key of `accounts.criteria` that has none yet.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kameo.accounts.models import AccountPulse
from kameo.accounts.revenue.periods import Window
from kameo.core import clock
from kameo.core.money import reporting_currency
from kameo.core.registry import Store
from kameo.core.ui import formats
from kameo.qualification.axes.scorecard import step_of
from kameo.qualification.models import Criterion


@dataclass(frozen=True)
class Proposal:
    """A score from 0 to 5 and why. `text` is a lazy message with named places; amounts are written by `sentence`."""

    score: int
    text: Any
    parameters: dict[str, Any] = field(default_factory=dict)

    def sentence(self) -> str:
        """The reason in the reader's language."""
        currency = reporting_currency()
        written = {
            name: formats.money(value, currency) if isinstance(value, Decimal) else value
            for name, value in self.parameters.items()
        }
        return str(self.text() if callable(self.text) else self.text) % written


# What a proposer is given: accounts, and the five lower bounds of 1 to 5 that the company chose.
Proposer = Callable[[list[int], list[Decimal]], dict[int, Proposal]]
proposers: Store[Proposer] = Store("criterion proposers")


def proposals_for(
    account_ids: Collection[int], steps: dict[str, list[Any]] | None = None
) -> dict[int, dict[str, Proposal]]:
    """By account and criterion key, what the system proposes today; two queries, and one where `steps` is not given.

    `steps` are those of the criteria, by key, where the caller has them. A criterion without steps, or retired, gets
    no proposal. The caller has checked that the reader sees the accounts.
    """
    if steps is None:
        rows = Criterion.objects.filter(retired_at__isnull=True).exclude(key="")
        steps = dict(rows.values_list("key", "steps"))
    ids = list(account_ids)
    found: dict[int, dict[str, Proposal]] = {pk: {} for pk in ids}
    for pk, key, proposal in _from_pulses(ids, steps):
        found[pk][key] = proposal
    for key, propose in proposers.items():
        if steps.get(key):
            bounds = [Decimal(str(step)) for step in steps[key]]
            for pk, proposal in propose(ids, bounds).items():
                found[pk][key] = proposal
    return found


def _from_pulses(ids: list[int], steps: dict[str, list[Any]]) -> Iterator[tuple[int, str, Proposal]]:
    """What the pulse alone tells, of revenue and of complexity; one query for both."""
    bounds = {key: [Decimal(str(step)) for step in steps.get(key) or []] for key in ("revenue", "complexity")}
    if not any(bounds.values()):
        return
    rows = AccountPulse.objects.filter(account_id__in=ids).values_list(*_COLUMNS)
    for pk, revenue, potential, entities, sites, told in rows:
        known = [amount for amount in (revenue, potential) if amount is not None]
        if known and bounds["revenue"]:
            best = max(known)
            text = _INVOICED if best == revenue else _POTENTIAL
            yield pk, "revenue", Proposal(step_of(best, bounds["revenue"]), text, {"amount": best})
        if bounds["complexity"]:
            size = max(entities, told or 0)  # a number of sites somebody told, where the tree holds fewer
            words = _size(entities, sites, told or 0)
            yield pk, "complexity", Proposal(step_of(size, bounds["complexity"]), words)


def _size(entities: int, sites: int, told: int) -> Callable[[], str]:
    def write() -> str:
        if told > entities:
            words = ngettext("%(num)s site told by somebody", "%(num)s sites told by somebody", told)
            return words % {"num": told}
        text = ngettext("%(num)s entity", "%(num)s entities", entities) % {"num": entities}
        if not sites:
            return text
        below = ngettext("%(num)s site", "%(num)s sites", sites) % {"num": sites}
        return str(_("%(entities)s, of which %(sites)s") % {"entities": text, "sites": below})

    return write


def _recurring(ids: list[int], steps: list[Decimal]) -> dict[int, Proposal]:
    """From how many months of the last twelve have an invoice; nothing for whoever was never invoiced."""
    window = Window(clock.company_today())
    with connection.cursor() as cursor:
        cursor.execute(_MONTHS, {"ids": ids, "start": window.start, "end": window.end})
        return {pk: Proposal(step_of(months, steps), _regular(months)) for pk, months in cursor.fetchall()}


def _regular(months: int) -> Callable[[], str]:
    def write() -> str:
        words = ngettext(
            "Invoiced in %(num)s month of the last twelve.", "Invoiced in %(num)s months of the last twelve.", months
        )
        return words % {"num": months}

    return write


_COLUMNS = (
    "account_id",
    "tree_revenue_12m",
    "account__potential",
    "tree_entities",
    "tree_sites",
    "account__site_count",
)
_FROM_PULSE = (
    "account_id",
    "tree_revenue_12m",
    "account__potential",
    "tree_entities",
    "tree_sites",
    "account__site_count",
)
_INVOICED = _("%(amount)s invoiced over 12 months.")
_POTENTIAL = _("%(amount)s of potential.")
# Months counted back from today, of the account and what hangs below it, but for what a confidential node cuts off:
# those an account is in reach of.
_MONTHS = """
    select pulse.account_id, (
        select count(distinct (extract(year from age(%(end)s::date + 1, day.day)) * 12
                               + extract(month from age(%(end)s::date + 1, day.day))))
        from accounts_account node join accounts_revenueday day on day.account_id = node.id
        where node.reach @> array[pulse.account_id] and node.binned_at is null
        and day.day between %(start)s and %(end)s and (day.reporting_net > 0 or day.unconverted > 0))
    from accounts_accountpulse pulse
    where pulse.account_id = any(%(ids)s) and pulse.tree_first_invoice_on <= %(end)s
"""

proposers.register("strategic-recurring", _recurring, order=30)
