"""Whatever happens in whatever order, what was kept step by step is what a rebuild computes (architecture.md §5)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kameo.accounts import domain as accounts
from kameo.accounts import rules
from kameo.accounts.models import Account, AccountPulse, RevenueDay, RevenueTotal, TimelineEntry
from kameo.accounts.pulse import refresh
from kameo.accounts.queries import roll_ups
from kameo.accounts.revenue import totals
from kameo.accounts.timeline import journal_to_timeline
from kameo.contracts.domain import revenue
from kameo.contracts.models import Invoice
from kameo.contracts.records import INVOICES
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.models import Rate
from kameo.people.models import Role, User
from kameo.qualification import domain as qualification
from kameo.qualification.axes.classes import refresh_classes
from kameo.qualification.choices import CRITERIA, OBJECTIVES
from kameo.qualification.models import Criterion, Objective
from kameo.qualification.queries import qualification_for
from kameo.qualification.queries.standings import TreeAmounts, standing_of, standings_at
from kameo.qualification.tests.reference import alignment_points, rated_line, scorecard_points

CURRENCIES = ["EUR", "USD", "GBP"]  # the pound has no rate
amounts = st.decimals("-90000", "300000", places=2)
ages = st.integers(-10, 1200)
node = st.integers(0, 5)
step = st.one_of(
    st.tuples(st.just("bill"), node, amounts, ages, st.sampled_from(CURRENCIES)),
    st.tuples(st.just("move"), node, st.one_of(st.none(), node), ages),
    st.tuples(st.just("change"), st.integers(0, 9), amounts, ages, node),
    st.tuples(st.just("bin_invoice"), st.integers(0, 9)),
    st.tuples(st.just("restore_invoice"), st.integers(0, 9)),
    st.tuples(st.just("bin_account"), node),
    st.tuples(st.just("restore_account"), node),
    st.tuples(st.just("hide"), node, st.booleans()),
    st.tuples(st.just("potential"), node, amounts),
    st.tuples(st.just("rate"), node, st.integers(0, 8), st.one_of(st.none(), st.integers(0, 5))),
    st.tuples(st.just("align"), node, st.integers(0, 1), st.one_of(st.none(), st.integers(-1, 2))),
    st.tuples(st.just("weigh"), st.integers(0, 8), st.decimals("0", "40", places=2)),
    st.tuples(st.just("aim"), st.integers(0, 1), st.decimals("0.01", "9", places=2)),
    st.tuples(st.just("decide"), node, st.booleans(), st.booleans()),
)


def day(age):
    return clock.company_today() - timedelta(days=age)


def play(step, nodes, director):
    kind, *arguments = step
    if kind in JUDGEMENTS:
        JUDGEMENTS[kind](nodes, director, *arguments)
        return
    invoices = list(Invoice.objects.order_by("pk"))
    account = nodes[arguments[0]] if kind not in {"change", "bin_invoice", "restore_invoice"} else None
    if account is None and not invoices:
        return
    invoice = invoices[arguments[0] % len(invoices)] if account is None else None
    if account is not None:
        account.refresh_from_db()
    if kind == "bill":
        _node, net, age, currency = arguments
        INVOICES.add(account, by=None, number=f"F{len(invoices)}", issued_on=day(age), net=net, currency=currency)
    elif kind == "move":
        parent = None if arguments[1] is None else nodes[arguments[1]]
        accounts.move_account(account, parent=parent, on=day(arguments[2]), reason="sale", by=None)
    elif kind == "change":
        _invoice, net, age, _where = arguments
        INVOICES.change(invoice, by=None, net=net, issued_on=day(age))
    elif kind in {"bin_invoice", "restore_invoice"}:
        getattr(INVOICES, kind.removesuffix("_invoice"))(invoice, by=None)
    elif kind in {"bin_account", "restore_account"}:
        getattr(accounts, kind)(account, by=None)
    elif kind == "hide":
        accounts.set_confidential(account, confidential=arguments[1], by=None)
    else:
        accounts.change_account(account, by=None, potential=abs(arguments[1]))


def rate(nodes, director, index, which, score):
    criterion = Criterion.objects.order_by("pk")[which]
    qualification.rate_criterion(nodes[index], criterion=criterion, score=score, by=None)


def align(nodes, director, index, which, value):
    objective = Objective.objects.order_by("pk")[which]
    qualification.rate_alignment(nodes[index], objective=objective, value=value, by=None)


def weigh(nodes, director, which, weight):
    CRITERIA.change(Criterion.objects.order_by("pk")[which], by=director, weight=weight)


def aim(nodes, director, which, weight):
    objective = Objective.objects.order_by("pk")[which]
    OBJECTIVES.change(objective, by=director, weight=weight)


def decide(nodes, director, index, large, key):
    if rules.can_see(director, nodes[index]):
        qualification.decide_class(nodes[index], kind="overridden", by=director, large=large, key=key, reason="Drawn")


JUDGEMENTS = {"rate": rate, "align": align, "weigh": weigh, "aim": aim, "decide": decide}


def picture():
    pulses = list(AccountPulse.objects.order_by("pk").values())
    for pulse in pulses:
        del pulse["computed_at"]
    entries = TimelineEntry.objects.order_by("source", "source_id", "account_id")
    return {
        "days": list(RevenueDay.objects.order_by("account_id", "day", "currency").values()),
        "totals": list(RevenueTotal.objects.order_by("day").values()),
        "pulses": pulses,
        "lines": list(entries.values("source", "source_id", "account_id", "at", "kind", "actor_id", "title", "data")),
        "statuses": dict(Account.objects.values_list("pk", "status")),
    }


class RebuildEqualsIncrement(TestCase):
    @given(
        st.lists(step, min_size=3, max_size=14),
        st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=6, max_size=6),
    )
    @example(
        [
            ("bill", 0, Decimal("0.00"), -1, "EUR"),
            ("bill", 0, Decimal("0.00"), 549, "EUR"),
            ("bill", 5, Decimal("0.00"), 0, "EUR"),
            ("bin_account", 5),
        ],
        [None, None, None, None, None, 0],
    )
    def test_any_history(self, steps, parents):
        director = User.objects.create(email="david@x.test", role=Role.objects.get(key="director"))
        Rate.objects.create(currency="USD", day=date(2000, 1, 1), rate=Decimal("0.9137"))
        for name in ("Image", "Market"):
            OBJECTIVES.add(by=director, name=name)
        nodes = []
        for index, parent in enumerate(parents):
            above = nodes[parent] if parent is not None and parent < index else None
            nodes.append(accounts.create_account(by=None, name=f"N{index}", parent=above))
        for one in steps:
            try:
                play(one, nodes, director)
            except DomainError:
                continue
        refresh_classes()  # the job each change of revenue defers
        kept = picture()
        self.judge_like_python()
        self.at_today_equals_pulse(nodes, director)
        journal_to_timeline.rebuild_lines()
        revenue.rebuild_revenue()
        totals.refresh_totals()
        refresh.refresh_pulse(None)
        assert picture() == kept
        AccountPulse.objects.all().delete()
        RevenueDay.objects.all().delete()
        RevenueTotal.objects.all().delete()
        TimelineEntry.objects.all().delete()
        journal_to_timeline.rebuild_lines()
        revenue.rebuild_revenue()
        assert picture() == kept

    def judge_like_python(self):
        """Points, verdicts and what is in force in SQL are those worked out line by line in Python."""
        director = User.objects.get(email="david@x.test")
        for pulse in AccountPulse.objects.select_related("account"):
            seen = qualification_for(pulse.account, director)
            score = scorecard_points(rated_line(one.line) for whole in seen.criteria for one in (whole, *whole.parts))
            alignment = alignment_points(rated_line(line) for line in seen.objectives)
            assert (pulse.scorecard, pulse.scorecard_completeness) == (score.value, score.completeness)
            assert (pulse.alignment, pulse.alignment_completeness) == (alignment.value, alignment.completeness)
            assert (pulse.computed_large, pulse.computed_key) == (seen.computed_large, seen.computed_key)
            assert pulse.class_source == ("overridden" if seen.decision else "computed")
            assert (pulse.large, pulse.key) == (
                (seen.decision.large, seen.decision.key) if seen.decision else (seen.computed_large, seen.computed_key)
            )
            assert pulse.account_class == seen.account_class
            today = clock.company_today()
            amounts = TreeAmounts(pulse.tree_revenue_12m, pulse.tree_unconverted, pulse.account.potential)
            then = standings_at({pulse.account_id: amounts}, today, totals.own_revenue_at(today).amount)
            assert then[pulse.account_id] == standing_of(pulse)

    def at_today_equals_pulse(self, nodes, director):
        """What the dated statement says of today is what the pulse keeps; a director misses nothing."""
        ids = [node.pk for node in nodes if Account.objects.present().filter(pk=node.pk).exists()]
        seen = roll_ups(ids, None)
        for pulse in AccountPulse.objects.filter(account_id__in=ids):
            one = seen[pulse.account_id]
            assert (
                one.revenue_12m,
                one.revenue_previous_12m,
                one.revenue_total,
                one.unconverted,
                one.entities,
                one.left_out,
                one.first_invoice_on,
                one.last_invoice_on,
            ) == (
                pulse.tree_revenue_12m,
                pulse.tree_revenue_previous_12m,
                pulse.tree_revenue_total,
                pulse.tree_unconverted,
                pulse.tree_entities,
                pulse.tree_left_out,
                pulse.tree_first_invoice_on,
                pulse.tree_last_invoice_on,
            )
        assert all(one.left_out == 0 for one in roll_ups(ids, director).values())


pytestmark = pytest.mark.django_db
