"""The large axis: the quantitative verdict, explained criterion by criterion (R2–R4, a-bis 1/2, c-13).

    large ⇔ max(realised over 12 months, potential) ≥ threshold
            and (share of our revenue ≥ gate or scorecard ≥ its gate)

in three values: yes, no, or not rated yet. 5 % is the gate; 20, 30 and 50 % are dependence alerts, never a gate.
Every bound is included. `SQL_CRITERIA` and `SQL_LARGE` are the rule, for one account as for a whole table, today (then
what they say is stored) or at a past date; the rest of this module says it in words. A document without a rate is
missing from the revenue: it is then a least amount, and being under the threshold proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.ui import formats


@dataclass(frozen=True)
class LargeReason:
    """One criterion: "amount", "share", "scorecard" or "alignment"; `met` is None when it cannot be said.

    `value` and `threshold` are amounts of the reporting currency for "amount", percents for "share" and points
    for "scorecard". `text` is a lazy message with named places, `parameters` what goes there.
    """

    criterion: str
    value: Decimal | None
    threshold: Decimal
    met: bool | None
    text: Any
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def axis(self) -> str:
        return "key" if self.criterion == "alignment" else "large"

    def sentence(self, currency: str = "EUR") -> str:
        """The reason in the reader's language, its figures written."""
        write = {"amount": lambda value: formats.money(value, currency), "share": formats.percent}
        written = write.get(self.criterion, formats.number)
        return str(self.text) % {name: written(value) for name, value in self.parameters.items()}


@dataclass(frozen=True)
class Verdict:
    """`large` is True, False or None (not rated yet); `completeness` the percentage of criteria that are known."""

    large: bool | None
    reasons: tuple[LargeReason, ...]
    completeness: int

    def without_share(self) -> Verdict:
        """For those who may not see our total: whether the share counts, not how much it is."""
        reasons = (_hidden(reason) if reason.criterion == "share" else reason for reason in self.reasons)
        return replace(self, reasons=tuple(reasons))


@dataclass(frozen=True)
class Judged:
    """What `SQL_CRITERIA` and `SQL_LARGE` say of an account: each criterion met, not met, or not to be said (None)."""

    large: bool | None = None
    amount: bool | None = None
    share: bool | None = None
    scorecard: bool | None = None

    @property
    def completeness(self) -> int:
        known = sum(met is not None for met in (self.amount, self.share, self.scorecard))
        return round(known * 100 / 3)


def explain_verdict(
    judged: Judged,
    *,
    revenue_12m: Decimal | None,
    potential: Decimal | None,
    own_total: Decimal | None,
    threshold: Decimal,
    share_gate: Decimal,
    scorecard_gate: Decimal | int,
    scorecard: Decimal | None,
) -> Verdict:
    """The verdict with its reasons in words. Amounts in the reporting currency, shares in percent, the scorecard out
    of 100.
    """
    amount = _amount_reason(judged.amount, revenue_12m, potential, threshold)
    share = _share_reason(judged.share, revenue_12m, own_total, share_gate)
    score = _scorecard_reason(judged.scorecard, scorecard, Decimal(scorecard_gate), settled=judged.amount is False)
    return Verdict(judged.large, (amount, share, score), judged.completeness)


def _amount_reason(
    met: bool | None, revenue: Decimal | None, potential: Decimal | None, threshold: Decimal
) -> LargeReason:
    amounts = [amount for amount in (revenue, potential) if amount is not None]
    if not amounts:
        text = _("No invoice over 12 months and no potential: the amount is not known.")
        return LargeReason("amount", None, threshold, None, text)
    value = max(amounts)
    figures = {"amount": value, "threshold": threshold}
    if met and revenue is not None and revenue >= threshold:  # said before the potential, however high that is
        return LargeReason("amount", value, threshold, met, _REALISED, figures | {"amount": revenue})
    texts = {
        True: _POTENTIAL,
        False: _("%(amount)s, realised or potential, is under %(threshold)s."),
        None: _("%(amount)s so far, but some invoices are not converted: under %(threshold)s is not certain."),
    }
    return LargeReason("amount", value, threshold, met, texts[met], figures)


def _share_reason(met: bool | None, revenue: Decimal | None, own_total: Decimal | None, gate: Decimal) -> LargeReason:
    if met is None or revenue is None or not own_total:
        text = _("No share of our revenue: one of the two amounts is not known.")
        return LargeReason("share", None, gate, None, text)
    share = revenue * 100 / own_total
    text = _("%(share)s of our revenue reaches %(gate)s.") if met else _("%(share)s of our revenue is under %(gate)s.")
    return LargeReason("share", share, gate, met, text, {"share": share, "gate": gate})


def _scorecard_reason(met: bool | None, score: Decimal | None, gate: Decimal, *, settled: bool) -> LargeReason:
    """`settled`: the amount has said no already, whatever the scorecard would say."""
    if met is None:
        text = _("Not rated yet.") if settled else _("Not rated yet: the scorecard could still qualify it.")
        return LargeReason("scorecard", None, gate, None, text)
    text = _("%(score)s points reach %(gate)s.") if met else _("%(score)s points are under %(gate)s.")
    return LargeReason("scorecard", score, gate, met, text, {"score": score, "gate": gate})


def _hidden(reason: LargeReason) -> LargeReason:
    words = {
        True: _("Its share of our revenue reaches %(gate)s."),
        False: _("Its share of our revenue is under %(gate)s."),
        None: reason.text,
    }
    return replace(reason, value=None, text=words[reason.met], parameters={"gate": reason.threshold})


_REALISED = _("%(amount)s realised over 12 months reaches %(threshold)s.")
_POTENTIAL = _("%(amount)s of potential reaches %(threshold)s.")

# Of a row `rated` with revenue and unconverted of the tree, potential and scorecard; NULL is "not rated yet", and the
# database's three values are those of the rule. Parameters threshold, share_gate, scorecard_gate, total.
SQL_CRITERIA = """
        case when greatest(rated.revenue, rated.potential) >= %(threshold)s then true
            when coalesce(rated.revenue, rated.potential) is null or rated.unconverted > 0 then null
            else false end as amount_met,
        case when %(total)s::numeric > 0 then rated.revenue * 100 >= %(share_gate)s * %(total)s::numeric end
            as share_met,
        rated.scorecard >= %(scorecard_gate)s as scorecard_met"""
SQL_LARGE = "amount_met and (share_met or scorecard_met)"
