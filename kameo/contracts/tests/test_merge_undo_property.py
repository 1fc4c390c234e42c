"""Whatever hangs on two accounts, merging them and taking it back leaves every table as it was (R30)."""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kameo.accounts import domain
from kameo.accounts.enums import Function
from kameo.accounts.merging import ACCOUNTS
from kameo.accounts.models import Account, AccountMember, AccountPulse, RevenueTotal
from kameo.contacts.domain import create_person
from kameo.contacts.models import Position
from kameo.contracts.models import Invoice
from kameo.contracts.records import INVOICES
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.merging import verbs
from kameo.interactions.domain import log_interaction
from kameo.people.models import Role, User
from kameo.qualification import domain as qualification
from kameo.qualification.axes.classes import refresh_classes
from kameo.qualification.models import BoxCriterion, BoxRating, ClassDecision, ClassSnapshot, Criterion, CriterionRating

pytestmark = pytest.mark.django_db

# What a merge writes of itself, and what an account was at the end of a day, which merging makes worth a row (below).
APART = {"accounts_merge", "journal_event", "qualification_classsnapshot"}

side = st.integers(0, 1)
node = st.integers(0, 3)  # the two, their group, a site below the absorbed one
person = st.integers(0, 2)
text = st.sampled_from(["", "Brest", "Ets Guivarc'h", "Été 2024\nà revoir", "guivarch"])
steps = st.one_of(
    st.tuples(st.just("bill"), node, st.decimals("-90000", "300000", places=2), st.integers(0, 1200)),
    st.tuples(st.just("bin"), st.integers(0, 9)),
    st.tuples(st.just("join"), side, person, st.sampled_from(Function.values)),
    st.tuples(st.just("rate"), side, st.integers(0, 8), st.one_of(st.none(), st.integers(0, 5))),
    st.tuples(st.just("box"), side, st.integers(0, 3), st.one_of(st.none(), st.integers(0, 5)), person),
    st.tuples(st.just("hire"), side, text),
    st.tuples(st.just("call"), side, text),
    st.tuples(st.just("alias"), side, st.lists(text.filter(bool), max_size=3)),
    st.tuples(st.just("site"), side, text),
    st.tuples(st.just("decide"), side, st.booleans()),
    st.tuples(st.just("tell"), side, st.sampled_from(["phone", "description", "legal_name", "sector"]), text),
    st.tuples(st.just("count"), side, st.integers(1, 10**6)),
)
choices = st.dictionaries(st.sampled_from(ACCOUNTS.chosen_keys()), st.sampled_from(["kept", "absorbed"]), max_size=6)


def bill(nodes, users, index, net, age):
    INVOICES.add(
        nodes[index],
        number=f"F{Invoice.objects.count()}",
        net=net,
        currency="EUR",
        issued_on=clock.company_today() - timedelta(days=age),
        kind="invoice",
        by=users[0],
    )


def bin_one(nodes, users, which):
    invoices = list(Invoice.objects.order_by("pk"))
    if invoices:
        INVOICES.bin(invoices[which % len(invoices)], by=users[0])


def join(nodes, users, index, which, function):
    domain.add_member(nodes[index], user=users[which], function=function, by=users[0])


def rate(nodes, users, index, which, score):
    criterion = Criterion.objects.order_by("pk")[which]
    qualification.rate_criterion(nodes[index], criterion=criterion, score=score, by=users[0])


def box(nodes, users, index, which, score, by):
    criterion = BoxCriterion.objects.order_by("pk")[which]
    qualification.rate_box(nodes[index], criterion=criterion, score=score, by=users[by])


def hire(nodes, users, index, name):
    create_person(account=nodes[index], by=users[0], last_name=name or "Tanguy")


def call(nodes, users, index, words):
    log_interaction(account=nodes[index], kind="call", text=words or "Rappeler", by=users[0])


def alias(nodes, users, index, names):
    domain.set_aliases(nodes[index], names=names, by=users[0])


def site(nodes, users, index, name):
    domain.create_account(by=users[0], name=name or "Quai", kind="site", parent=nodes[index])


def decide(nodes, users, index, large):
    qualification.decide_class(nodes[index], kind="overridden", by=users[0], large=large, key=not large, reason="Drawn")


def tell(nodes, users, index, field, words):
    domain.change_account(nodes[index], by=users[0], **{field: words})


def count(nodes, users, index, number):
    domain.change_account(nodes[index], by=users[0], headcount=number, potential=Decimal(number) + Decimal("0.07"))


PLAY = {
    "bill": bill,
    "bin": bin_one,
    "join": join,
    "rate": rate,
    "box": box,
    "hire": hire,
    "call": call,
    "alias": alias,
    "site": site,
    "decide": decide,
    "tell": tell,
    "count": count,
}


def tables():
    """Every row of every table of the product, as text, but the lines that tell the merge itself."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select tablename from pg_tables where schemaname = 'public' and tablename ~"
            " '^(accounts|contracts|interactions|notifications|contacts|decisions|journal|people)_'"
        )
        for (name,) in cursor.fetchall():
            if name not in APART and not name.endswith("event"):
                cursor.execute(f"select to_jsonb(row)::text from {name} row")  # noqa: S608 - the catalogue's
                rows = [json.loads(row, parse_float=str) for (row,) in cursor.fetchall()]
                found[name] = sorted(json.dumps(row | {"computed_at": ""}) for row in rows if not tells_merge(row))
    return found


def tells_merge(row):
    """The timeline repeats the journal, which is never rewritten: the merge, its undoing, a status that followed."""
    told = row["data"] if isinstance(row.get("data"), dict) else {}
    return str(told.get("event", "")).startswith("account.merge") or told.get("automatic") is True


def revenue():
    return sum(RevenueTotal.objects.values_list("reporting_net", flat=True), Decimal(0))


class MergeAndUndo(TestCase):
    @given(st.lists(steps, min_size=4, max_size=14), choices, st.booleans())
    def test_leaves_no_trace(self, history, chosen, turned):
        users = [self.user(name) for name in ("David", "Anne", "Chloé")]
        nodes = self.nodes(users[0])
        for kind, *arguments in history:
            try:
                PLAY[kind](nodes, users, *arguments)
            except DomainError:
                continue
        refresh_classes()  # the job that each change of revenue defers
        kept, absorbed = (nodes[1], nodes[0]) if turned else nodes[:2]
        before, sums = tables(), revenue()
        hanging = self.hanging(nodes[:2])
        merge = verbs.merge(ACCOUNTS, kept, absorbed, by=users[0], choices=chosen)
        assert revenue() == sums
        assert self.hanging([kept]) == hanging
        assert {name for name, rows in self.hanging([absorbed]).items() if rows} <= {"people"}  # the doubled posts
        verbs.undo_merge(ACCOUNTS, merge, by=users[0])
        after = tables()
        assert {
            name: (sorted({*rows} - {*before[name]}), sorted({*before[name]} - {*rows}))
            for name, rows in after.items()
            if rows != before[name]
        } == {}
        assert revenue() == sums
        for row in ClassSnapshot.objects.filter(day=clock.company_today()):
            assert row.account_class == AccountPulse.objects.get(account=row.account_id).account_class

    def user(self, name):
        role = Role.objects.get(key="director")
        return User.objects.create(email=f"{name}@x.test", first_name=name, role=role)

    def nodes(self, by):
        group = domain.create_account(by=by, name="Groupe Guivarch", kind="group")
        kept = domain.create_account(by=by, name="Transports Guivarch")
        absorbed = domain.create_account(by=by, name="Guivarc'h Transports", parent=group)
        below = domain.create_account(by=by, name="Quai de Brest", kind="site", parent=absorbed)
        return [kept, absorbed, group, below]

    def hanging(self, accounts):
        """How many rows hang on these: none is lost on the way."""
        models = (Invoice, CriterionRating, BoxRating, ClassDecision, Position)
        found = {model.__name__: model.objects.filter(account__in=accounts).count() for model in models}
        found["people"] = AccountMember.objects.filter(account__in=accounts).values("user").distinct().count()
        found["children"] = Account.objects.present().filter(parent__in=accounts).count()
        return found
