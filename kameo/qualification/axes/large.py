"""The large axis: the quantitative verdict, explained criterion by criterion (R2–R4, a-bis 1/2, c-13).

    large ⇔ max(realised over 12 months, potential) ≥ threshold
            and (share of our revenue ≥ gate or scorecard ≥ its gate)

in three values: yes, no, or not rated yet. 5 % is the gate; 20, 30 and 50 % are dependence alerts, never a gate.
Every bound is included. `SQL_VERDICT` is the same rule for a whole table; a test holds them equal. The scorecard is
`qualification.axes.scorecard`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.ui import formats


@dataclass(frozen=True)
class LargeReason:
    """One criterion: "amount", "share" or "scorecard"; `met` is None when it cannot be said.

    `value` and `threshold` are amounts of the reporting currency for "amount", percents for "share" and points
    for "scorecard". `text` is a lazy message with named places, `parameters` what goes there.
    """

    criterion: str
    value: Decimal | None
    threshold: Decimal
    met: bool | None
    text: Any
    parameters: dict[str, Any] = field(default_factory=dict)

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


def large_verdict(
    *,
    revenue_12m: Decimal | None,
    potential: Decimal | None,
    own_total: Decimal | None,
    threshold: Decimal,
    share_gate: Decimal,
    scorecard_gate: Decimal | int,
    scorecard: Decimal | None = None,
    partial: bool = False,
) -> Verdict:
    """The verdict and its reasons. Amounts in the reporting currency, shares in percent, the scorecard out of 100.

    `partial` says that documents without a rate are missing from `revenue_12m`: it is then a least amount, and
    being under the threshold proves nothing.
    """
    amount = _amount_reason(revenue_12m, potential, threshold, partial)
    share = _share_reason(revenue_12m, own_total, share_gate)
    score = _scorecard_reason(scorecard, Decimal(scorecard_gate), settled=amount.met is False)
    known = sum(reason.met is not None for reason in (amount, share, score))
    large = _both(amount.met, _either(share.met, score.met))
    return Verdict(large, (amount, share, score), round(known * 100 / 3))


def _both(left: bool | None, right: bool | None) -> bool | None:
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def _either(left: bool | None, right: bool | None) -> bool | None:
    if left or right:
        return True
    return None if left is None or right is None else False


def _amount_reason(
    revenue: Decimal | None, potential: Decimal | None, threshold: Decimal, partial: bool
) -> LargeReason:
    amounts = [amount for amount in (revenue, potential) if amount is not None]
    if not amounts:
        text = _("No invoice over 12 months and no potential: the amount is not known.")
        return LargeReason("amount", None, threshold, None, text)
    value = max(amounts)
    figures = {"amount": value, "threshold": threshold}
    if revenue is not None and revenue >= threshold:
        return LargeReason("amount", value, threshold, True, _REALISED, figures | {"amount": revenue})
    if value >= threshold:
        return LargeReason("amount", value, threshold, True, _POTENTIAL, figures)
    if partial:
        text = _("%(amount)s so far, but some invoices are not converted: under %(threshold)s is not certain.")
        return LargeReason("amount", value, threshold, None, text, figures)
    text = _("%(amount)s, realised or potential, is under %(threshold)s.")
    return LargeReason("amount", value, threshold, False, text, figures)


def _share_reason(revenue: Decimal | None, own_total: Decimal | None, gate: Decimal) -> LargeReason:
    if revenue is None or own_total is None or own_total <= 0:
        text = _("No share of our revenue: one of the two amounts is not known.")
        return LargeReason("share", None, gate, None, text)
    share = revenue * 100 / own_total
    met = revenue * 100 >= gate * own_total  # exact: no division
    text = _("%(share)s of our revenue reaches %(gate)s.") if met else _("%(share)s of our revenue is under %(gate)s.")
    return LargeReason("share", share, gate, met, text, {"share": share, "gate": gate})


def _scorecard_reason(score: Decimal | None, gate: Decimal, *, settled: bool) -> LargeReason:
    """`settled`: the amount has said no already, whatever the scorecard would say."""
    if score is None:
        text = _("Not rated yet.") if settled else _("Not rated yet: the scorecard could still qualify it.")
        return LargeReason("scorecard", None, gate, None, text)
    met = score >= gate
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

# `rated` has an AccountPulse row's tree_revenue_12m and tree_unconverted, and a scorecard; `account` is its Account.
# Parameters threshold, share_gate, scorecard_gate, total.
SQL_VERDICT = """case
    when rated.tree_revenue_12m is null and account.potential is null then null
    when greatest(rated.tree_revenue_12m, account.potential) < %(threshold)s
        then case when rated.tree_unconverted > 0 then null else false end
    when rated.tree_revenue_12m is not null and %(total)s::numeric > 0
        and rated.tree_revenue_12m * 100 >= %(share_gate)s * %(total)s::numeric then true
    when rated.scorecard >= %(scorecard_gate)s then true
    when rated.scorecard is null or rated.tree_revenue_12m is null
        or coalesce(%(total)s::numeric, 0) <= 0 then null
    else false end"""
