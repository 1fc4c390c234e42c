"""Two accounts become one, and come back as they were."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from kameo.accounts import domain
from kameo.accounts.merging import ACCOUNTS
from kameo.accounts.models import (
    Account,
    AccountMember,
    AccountPulse,
    Address,
    Alias,
    FormerName,
    Identifier,
    MailDomain,
    Placement,
    RevenueDay,
    RevenueTotal,
    TimelineEntry,
)
from kameo.contracts.models import Invoice
from kameo.contracts.records import INVOICES
from kameo.core import clock, preferences, rebuild
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.merging import verbs
from kameo.core.merging.models import Merge
from kameo.interactions.domain import log_interaction
from kameo.interactions.models import Interaction
from kameo.qualification.models import ClassDecision

pytestmark = pytest.mark.django_db

# What a merge writes of itself, and the instant at which something disposable was computed.
APART = {"journal_event", "accounts_merge", "procrastinate_jobs", "procrastinate_events"}
WHEN = {"accounts_accountpulse": "computed_at"}


def tables():
    """Every row of every table of accounts and what hangs on them, as text."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select tablename from pg_tables where schemaname = 'public' and tablename ~"
            " '^(accounts|contracts|interactions|notifications)_' and tablename !~ 'event$'"
        )
        for (name,) in cursor.fetchall():
            if name in APART:
                continue
            query = f"select to_jsonb(row) - %s from {name} row"  # noqa: S608 - names of the catalogue
            cursor.execute(query, [WHEN.get(name, "")])
            found[name] = sorted(str(row[0]) for row in cursor.fetchall())
    return found


def without_lines_of_merges(found):
    kept = [row for row in found["accounts_timelineentry"] if "account.merge" not in row]
    return {**found, "accounts_timelineentry": kept}


def invoice(account, number, net, day, by):
    return INVOICES.add(account, number=number, net=Decimal(net), currency="EUR", issued_on=day, kind="invoice", by=by)


@pytest.fixture
def twins(valmorin, anne, bruno, chloe, david):
    """Two accounts with something of everything; some of it on both."""
    group = Account.objects.create(name="Groupe Guivarch", kind="group")
    kept = domain.create_account(
        by=david,
        name="Transports Guivarch",
        lead=anne,
        phone="02 98 00 00 01",
        tags=["route"],
        description="Transporteur",
    )
    absorbed = domain.create_account(
        by=david,
        name="Guivarc'h Transports",
        lead=chloe,
        parent=group,
        legal_name="SAS Guivarc'h",
        tags=["Route", "froid"],
        description="Client depuis 2019",
        website="https://guivarch.example",
        headcount=40,
        potential=Decimal("12345678901234.56"),
    )
    domain.add_member(kept, user=bruno, function="sales", by=david)
    domain.add_member(absorbed, user=bruno, function="sales", by=david)
    domain.add_member(absorbed, user=david, function="sponsor", by=david)
    domain.set_identifiers(kept, identifiers=[{"scheme": "external", "source": "crm", "value": "1"}], by=david)
    domain.set_identifiers(
        absorbed,
        identifiers=[{"scheme": "external", "source": "crm", "value": "2"}, {"scheme": "siren", "value": "732829320"}],
        by=david,
    )
    brest = {"lines": "1 rue Haute", "postcode": "29200", "city": "Brest"}
    domain.set_addresses(kept, addresses=[brest], by=david)
    domain.set_addresses(
        absorbed, addresses=[{**brest, "lines": "1 RUE HAUTE"}, {"kind": "billing", "city": "Quimper"}], by=david
    )
    domain.set_aliases(kept, names=["Guivarch"], by=david)
    domain.set_aliases(absorbed, names=["guivarch", "GT", "TRANSPORTS GUIVARCH"], by=david)
    domain.set_mail_domains(absorbed, domains=["guivarch.example"], by=david)
    domain.change_account(absorbed, by=david, name="Guivarc'h Transports et fils")
    domain.create_account(by=david, name="Quai de Brest", kind="site", parent=absorbed)
    today = clock.company_today()
    invoice(kept, "F1", "1000.10", today.replace(year=today.year - 1, day=3), david)
    invoice(absorbed, "F2", "2000.20", today.replace(year=today.year - 1, day=3), david)
    invoice(absorbed, "F3", "500", date(2020, 2, 29), david)
    log_interaction(account=absorbed, kind="call", text="Rappeler", by=david)
    for account, large in ((kept, True), (absorbed, False)):
        ClassDecision.objects.create(account=account, kind="accepted", large=large, key=False, due_on=today, by=david)
    rebuild.run_all()
    for account in (kept, absorbed):
        account.refresh_from_db()
    return kept, absorbed


def test_everything_moves_and_nothing_is_lost(twins, david, anne, chloe, bruno):
    kept, absorbed = twins
    rows = {model: model.objects.count() for model in (Invoice, Interaction, Identifier, Address, AccountMember, Alias)}
    total = sum(RevenueTotal.objects.values_list("reporting_net", flat=True))
    merge = verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    absorbed.refresh_from_db()
    assert absorbed.merged_into_id == kept.pk
    assert absorbed.binned_at is not None
    assert sorted(Invoice.objects.filter(account=kept).values_list("number", flat=True)) == ["F1", "F2", "F3"]
    assert kept.interactions.count() == 1
    assert sum(RevenueTotal.objects.values_list("reporting_net", flat=True)) == total == Decimal("3500.30")
    assert AccountPulse.objects.get(account=kept).revenue_total == Decimal("3500.30")
    assert AccountPulse.objects.get(account=absorbed).revenue_total is None
    assert not RevenueDay.objects.filter(account=absorbed).exists()
    assert sorted(kept.identifiers.values_list("value", flat=True)) == ["1", "2", "732829320"]
    assert list(kept.addresses.values_list("lines", "city")) == [("1 rue Haute", "Brest"), ("", "Quimper")]
    assert sorted(kept.aliases.values_list("name", flat=True)) == ["GT", "Guivarc'h Transports et fils", "Guivarch"]
    assert list(kept.former_names.values_list("name", flat=True)) == ["Guivarc'h Transports"]
    assert list(kept.children.values_list("name", flat=True)) == ["Quai de Brest"]
    assert Placement.objects.get(account__name="Quai de Brest").parent == kept
    team = sorted(AccountMember.objects.filter(account=kept).values_list("user__first_name", "function"))
    assert team == [("Anne", "lead"), ("Bruno", "sales"), ("Chloé", "back_up"), ("David", "sponsor")]
    assert kept.tags == ["froid", "route"]
    assert kept.description == "Transporteur\n\nClient depuis 2019"
    assert (kept.name, kept.phone, kept.headcount) == ("Transports Guivarch", "02 98 00 00 01", 40)
    assert kept.potential == Decimal("12345678901234.56")
    assert ClassDecision.objects.filter(account=kept).count() == 2
    assert ClassDecision.objects.filter(account=kept, ended_on=None).count() == 1
    assert merge.choices["headcount"] == "absorbed"
    for model, count in rows.items():
        assert model.objects.count() >= count
    assert Event.objects.filter(type="account.merged", account=kept).count() == 1
    line = TimelineEntry.objects.get(account=kept, data__event="account.merged")
    assert line.data["absorbed_name"] == "Guivarc'h Transports et fils"


def test_undo_gives_every_row_back(twins, david):
    kept, absorbed = twins
    before = tables()
    merge = verbs.merge(ACCOUNTS, kept, absorbed, by=david, choices={"name": "absorbed", "lead": "absorbed"})
    assert tables() != before
    verbs.undo_merge(ACCOUNTS, merge, by=david)
    after = without_lines_of_merges(tables())
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}


def test_rebuild_says_the_same_as_the_merge(twins, david):
    kept, absorbed = twins
    merge = verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    merged = tables()
    rebuild.run_all()
    again = tables()
    assert {name for name in again if again[name] != merged[name]} - {"accounts_twinpair"} == set()
    verbs.undo_merge(ACCOUNTS, merge, by=david)
    undone = tables()
    rebuild.run_all()
    again = tables()
    assert {name for name in again if again[name] != undone[name]} - {"accounts_twinpair"} == set()


def test_what_was_added_since_stays_with_the_kept_one(twins, david, farida):
    kept, absorbed = twins
    merge = verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    invoice(kept, "F4", "10", clock.company_today(), david)
    domain.change_account(kept, by=david, phone="01 02 03 04 05", headcount=41)
    domain.add_member(kept, user=farida, function="support", by=david)
    verbs.undo_merge(ACCOUNTS, merge, by=david)
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (kept.phone, kept.headcount, absorbed.headcount) == ("01 02 03 04 05", 41, 40)
    assert sorted(Invoice.objects.filter(account=kept).values_list("number", flat=True)) == ["F1", "F4"]
    assert sorted(Invoice.objects.filter(account=absorbed).values_list("number", flat=True)) == ["F2", "F3"]
    assert AccountMember.objects.filter(account=kept, user=farida).exists()
    assert absorbed.binned_at is None
    assert absorbed.merged_into_id is None


def test_chosen_lead_leads_and_the_other_backs_up(twins, david):
    kept, absorbed = twins
    verbs.merge(ACCOUNTS, kept, absorbed, by=david, choices={"lead": "absorbed"})
    team = dict(AccountMember.objects.filter(account=kept).values_list("user__first_name", "function"))
    assert (team["Chloé"], team["Anne"]) == ("lead", "back_up")


def test_chosen_decision_stays_in_force(twins, david):
    kept, absorbed = twins
    verbs.merge(ACCOUNTS, kept, absorbed, by=david, choices={"decision": "absorbed"})
    assert ClassDecision.objects.get(account=kept, ended_on=None).large is False


@pytest.mark.parametrize(
    ("ours", "theirs", "result"),
    [
        ("active", "prospect", "active"),
        ("prospect", "active", "active"),
        ("prospect", "lost", "lost"),
        ("dormant", "prospect", "dormant"),
        ("prospect", "prospect", "prospect"),
        ("dormant", "lost", "lost"),
    ],
)
def test_prospect_does_not_win_over_a_customer(ours, theirs, result, david):
    """The one given last does, the other way round: here the absorbed one's is always the later."""
    kept = domain.create_account(by=david, name="Guivarch")
    absorbed = domain.create_account(by=david, name="Guivarc'h")
    for account, status in ((kept, ours), (absorbed, theirs)):
        domain.set_status(account, status=status, by=david)
    verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    assert kept.status == result


def refusal(act):
    with pytest.raises(DomainError) as caught:
        act()
    return caught.value.code


def test_parent_is_not_absorbed_by_its_part(valmorin, david):
    site = Account.objects.create(name="Laval", kind="site", parent=valmorin)
    workshop = Account.objects.create(name="Atelier", kind="site", parent=site)
    assert refusal(lambda: verbs.merge(ACCOUNTS, workshop, valmorin, by=david)) == "kept_below"
    verbs.merge(ACCOUNTS, valmorin, site, by=david)
    workshop.refresh_from_db()
    assert workshop.parent == valmorin
    assert workshop.lineage == [valmorin.pk, workshop.pk]


def test_refusals_of_merging(valmorin, david, anne, eric):
    other = Account.objects.create(name="Valmorin SA")
    assert refusal(lambda: verbs.merge(ACCOUNTS, valmorin, valmorin, by=david)) == "same_account"
    assert refusal(lambda: verbs.merge(ACCOUNTS, valmorin, other, by=david, choices={"x": "kept"})) == "unknown_choice"
    with pytest.raises(PermissionDenied):
        verbs.merge(ACCOUNTS, valmorin, other, by=anne)  # she does not see the other
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    AccountMember.objects.create(account=other, user=eric, function="observer")
    with pytest.raises(PermissionDenied):
        verbs.merge(ACCOUNTS, valmorin, other, by=eric)  # a reader
    domain.bin_account(other, by=david)
    with pytest.raises(PermissionDenied):
        verbs.merge(ACCOUNTS, valmorin, other, by=david)
    assert not Merge.objects.exists()
    assert Event.objects.filter(type="account.merged").count() == 0


def test_hidden_part_below_refuses(valmorin, anne, david):
    other = Account.objects.create(name="Valmorin SA")
    AccountMember.objects.create(account=other, user=anne, function="sales")
    Account.objects.create(name="Iris", parent=other, confidential=True)
    assert refusal(lambda: verbs.merge(ACCOUNTS, valmorin, other, by=anne)) == "hidden_children"
    verbs.merge(ACCOUNTS, valmorin, other, by=david)


@pytest.mark.parametrize("secret", ["kept", "absorbed"])
def test_result_is_as_confidential_as_either(secret, david, anne, bruno):
    rows = {name: Account.objects.create(name=name, confidential=name == secret) for name in ("kept", "absorbed")}
    AccountMember.objects.create(account=rows["kept"], user=anne, function="lead")
    AccountMember.objects.create(account=rows["absorbed"], user=bruno, function="lead")
    before = tables()
    merge = verbs.merge(ACCOUNTS, rows["kept"], rows["absorbed"], by=david)
    kept = Account.objects.get(pk=rows["kept"].pk)
    named = anne if secret == "kept" else bruno
    assert kept.confidential is True
    assert [user.first_name for user in (anne, bruno) if Account.objects.visible_to(user).exists()] == [
        named.first_name
    ]
    verbs.undo_merge(ACCOUNTS, merge, by=david)
    after = without_lines_of_merges(tables())
    assert {name for name, found in after.items() if found != before[name]} <= {"accounts_accountpulse"}


def test_nobody_locks_themselves_out(anne, bruno):
    kept = Account.objects.create(name="Kept")
    group = Account.objects.create(name="Secret", confidential=True)
    absorbed = Account.objects.create(name="Absorbed", parent=group)
    for account in (kept, group):
        AccountMember.objects.create(account=account, user=anne, function="lead")
    assert refusal(lambda: verbs.merge(ACCOUNTS, kept, absorbed, by=anne)) == "locks_you_out"
    assert not Merge.objects.exists()


def test_refusals_of_undoing(twins, david):
    kept, absorbed = twins
    merge = verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    third = Account.objects.create(name="Guivarch Frigo")
    later = verbs.merge(ACCOUNTS, kept, third, by=david)
    assert refusal(lambda: verbs.undo_merge(ACCOUNTS, merge, by=david)) == "later_merge"
    verbs.undo_merge(ACCOUNTS, later, by=david)
    assert refusal(lambda: verbs.undo_merge(ACCOUNTS, later, by=david)) == "undone_already"
    fourth = Account.objects.create(name="Guivarch Holding")
    above = verbs.merge(ACCOUNTS, fourth, kept, by=david)
    absorbed.refresh_from_db()
    assert absorbed.merged_into == fourth  # one step from any address to the one that lives
    with pytest.raises(PermissionDenied):
        verbs.undo_merge(ACCOUNTS, merge, by=david)  # nobody sees what was absorbed
    verbs.undo_merge(ACCOUNTS, above, by=david)
    absorbed.refresh_from_db()
    assert absorbed.merged_into == kept
    group = absorbed.parent
    domain.bin_account(group, by=david)
    assert refusal(lambda: verbs.undo_merge(ACCOUNTS, merge, by=david)) == "parent_in_bin"
    domain.restore_account(group, by=david)
    Merge.objects.filter(pk=merge.pk).update(undoable_until=date(2020, 1, 1))
    merge.refresh_from_db()
    assert refusal(lambda: verbs.undo_merge(ACCOUNTS, merge, by=david)) == "too_late"


def test_undo_refuses_a_cycle(twins, david):
    kept, absorbed = twins
    group, site = absorbed.parent, Account.objects.get(name="Quai de Brest")
    merge = verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    domain.move_account(group, parent=site, on=clock.company_today(), reason="reorganisation", by=david)
    assert refusal(lambda: verbs.undo_merge(ACCOUNTS, merge, by=david)) == "cycle"
    absorbed.refresh_from_db()
    assert absorbed.merged_into == kept


def test_child_moved_since_stays_where_it_was_put(twins, david):
    kept, absorbed = twins
    site = Account.objects.get(name="Quai de Brest")
    merge = verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    elsewhere = Account.objects.create(name="Ailleurs")
    domain.move_account(site, parent=elsewhere, on=clock.company_today(), reason="sale", by=david)
    verbs.undo_merge(ACCOUNTS, merge, by=david)
    site.refresh_from_db()
    assert site.parent == elsewhere
    assert list(Placement.objects.filter(account=site).values_list("parent__name", flat=True)) == [
        absorbed.name,
        "Ailleurs",
    ]


def test_delay_is_a_setting(twins, david):
    preferences.set("merge.undo_days", 3)
    merge = verbs.merge(ACCOUNTS, *twins, by=david)
    assert (merge.undoable_until - clock.company_today()).days == 3


def test_merged_account_is_not_restored_but_undone(twins, david):
    kept, absorbed = twins
    verbs.merge(ACCOUNTS, kept, absorbed, by=david)
    absorbed.refresh_from_db()
    assert refusal(lambda: domain.restore_account(absorbed, by=david)) == "merged"
    assert MailDomain.objects.get().account == kept
    assert FormerName.objects.get().account == kept
