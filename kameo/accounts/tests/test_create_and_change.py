"""Creating and changing accounts, their numbers, names and team; what it leaves behind."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import translation

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember, AccountPulse, FormerName, Identifier, TimelineEntry
from kameo.accounts.queries import changes_for
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.notifications.models import Notification
from kameo.portfolio import domain as portfolio

pytestmark = pytest.mark.django_db


def test_creator_becomes_lead(anne):
    account = domain.create_account(
        by=anne, name="  Laiterie   du Val ", naf="1051A", website="laiterie.fr", country="fr"
    )
    assert (account.name, account.naf, account.website, account.country) == (
        "Laiterie du Val",
        "10.51A",
        "https://laiterie.fr",
        "FR",
    )
    assert account.status == "prospect"
    assert AccountMember.objects.get(account=account).user == anne
    assert Account.objects.visible_to(anne).get() == account
    assert account.pulse.tree_entities == 1
    assert Event.objects.filter(type="account.created", account_id=account.pk, actor=anne).count() == 1


def test_who_sees_everything_creates_without_becoming_lead(david):
    account = domain.create_account(by=david, name="Sans équipe")
    assert not account.members.exists()


def test_member_creating_below_becomes_lead_of_the_part(valmorin, bruno):
    site = domain.create_account(by=bruno, name="Valmorin Laval", kind="site", parent=valmorin)
    assert AccountMember.objects.get(account=site).user == bruno


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "name_missing"),
        ({"name": "X", "naf": "12"}, "naf_format"),
        ({"name": "X", "kind": "empire"}, "invalid"),
        ({"name": "X", "website": "http://"}, "invalid"),
        ({"name": "X", "colour": "blue"}, "unknown_field"),
        ({"name": "X" * 251}, "invalid"),
    ],
)
def test_creation_refused_writes_nothing(anne, fields, code):
    with pytest.raises(DomainError) as caught:
        domain.create_account(by=anne, **fields)
    assert caught.value.code == code
    assert not Account.objects.exists()


def test_readers_and_strangers_may_not_write(valmorin, eric, chloe, farida):
    AccountMember.objects.create(account=valmorin, user=eric)
    for user in (eric, chloe, farida):
        with pytest.raises(PermissionDenied):
            domain.change_account(valmorin, by=user, sector="Lait")
        with pytest.raises(PermissionDenied):
            domain.add_member(valmorin, user=user, function="sales", by=user)
    with pytest.raises(PermissionDenied):
        domain.create_account(by=eric, name="X")
    valmorin.refresh_from_db()
    assert valmorin.sector == ""


def test_r28_rename_keeps_the_former_name(valmorin, anne):
    domain.change_account(valmorin, by=anne, name="Valmorin International")
    former = FormerName.objects.get(account=valmorin)
    assert former.name == "Groupe Valmorin"
    assert former.by == anne
    line = TimelineEntry.objects.get(account=valmorin)
    assert (line.kind, line.data["from"], line.data["to"]) == ("structure", "Groupe Valmorin", "Valmorin International")


def test_a_spelling_correction_is_not_a_rename(valmorin, anne):
    domain.change_account(valmorin, by=anne, name="GROUPE VALMORÏN")
    assert not FormerName.objects.exists()
    valmorin.refresh_from_db()
    assert valmorin.name == "GROUPE VALMORÏN"


def test_changing_nothing_leaves_no_trace(valmorin, anne):
    events = Event.objects.count()
    domain.change_account(valmorin, by=anne, name="Groupe Valmorin", sector="")
    assert Event.objects.count() == events


def test_identifiers_stored_checked_and_warned_about(valmorin, anne):
    company = domain.create_account(by=anne, name="Valmorin SA", parent=valmorin, country="FR")
    warnings = domain.set_identifiers(
        company,
        identifiers=[{"scheme": "siren", "value": "732 829 320"}, {"scheme": "vat", "value": "44 732829320"}],
        by=anne,
    )
    assert warnings == []
    assert set(company.identifiers.values_list("scheme", "value")) == {("siren", "732829320"), ("vat", "FR44732829320")}
    site = domain.create_account(by=anne, name="Site", kind="site", parent=company)
    other = domain.set_identifiers(site, identifiers=[{"scheme": "siret", "value": "35600000000048"}], by=anne)
    assert [warning.code for warning in other] == ["siret_of_other_siren"]
    assert site.identifiers.get().value == "35600000000048"
    right = domain.set_identifiers(site, identifiers=[{"scheme": "siret", "value": "73282932000074"}], by=anne)
    assert right == []


def test_a_number_belongs_to_one_account(valmorin, anne):
    other = domain.create_account(by=anne, name="Autre")
    domain.set_identifiers(valmorin, identifiers=[{"scheme": "siren", "value": "732829320"}], by=anne)
    with pytest.raises(DomainError) as caught:
        domain.set_identifiers(other, identifiers=[{"scheme": "siren", "value": "732 829 320"}], by=anne)
    assert (caught.value.code, caught.value.field) == ("identifier_taken", "siren")
    assert Identifier.objects.count() == 1
    domain.set_identifiers(other, identifiers=[{"scheme": "external", "value": "42", "source": "Sage"}], by=anne)
    domain.set_identifiers(valmorin, identifiers=[{"scheme": "external", "value": "42", "source": "SAP"}], by=anne)
    assert Identifier.objects.count() == 2


def test_lists_keep_what_does_not_change(valmorin, anne):
    domain.set_aliases(valmorin, names=["GVM", "Valmorin", "gvm"], by=anne)
    kept = valmorin.aliases.get(name="GVM").pk
    domain.set_aliases(valmorin, names=["GVM", "Valmo"], by=anne)
    assert set(valmorin.aliases.values_list("name", flat=True)) == {"GVM", "Valmo"}
    assert valmorin.aliases.get(name="GVM").pk == kept
    domain.set_mail_domains(valmorin, domains=["@Valmorin.FR", "valmorin.fr"], by=anne)
    assert list(valmorin.mail_domains.values_list("domain", flat=True)) == ["valmorin.fr"]
    domain.set_addresses(valmorin, addresses=[{"city": "Laval", "country": "fr"}, {"lines": " "}], by=anne)
    address = valmorin.addresses.get()
    domain.set_addresses(valmorin, addresses=[{"city": "Laval", "postcode": "53000", "country": "FR"}], by=anne)
    assert valmorin.addresses.get().pk == address.pk
    domain.set_tags(valmorin, tags=[" Lait ", "lait", "AO 2026"], by=anne)
    assert valmorin.tags == ["Lait", "AO 2026"]
    with pytest.raises(DomainError) as caught:
        domain.set_mail_domains(domain.create_account(by=anne, name="B"), domains=["valmorin.fr"], by=anne)
    assert caught.value.code == "domain_taken"


def test_confidential_needs_a_reader_left(valmorin, anne, bruno):
    part = domain.create_account(by=anne, name="Projet Iris", parent=valmorin)
    with pytest.raises(DomainError) as caught:
        domain.set_confidential(part, confidential=True, by=bruno)
    assert caught.value.code == "locks_you_out"
    part.refresh_from_db()
    assert part.confidential is False
    domain.set_confidential(part, confidential=True, by=anne)
    assert set(Account.objects.visible_to(bruno)) == {valmorin}
    valmorin.pulse.refresh_from_db()
    assert (valmorin.pulse.tree_entities, valmorin.pulse.tree_left_out) == (1, 1)


def test_one_lead_and_how_to_replace_it(valmorin, anne, bruno, chloe):
    with pytest.raises(DomainError) as caught:
        domain.add_member(valmorin, user=chloe, function="lead", by=anne)
    assert caught.value.code == "lead_taken"
    domain.add_member(valmorin, user=chloe, function="lead", by=anne, replace_lead=True)
    assert set(valmorin.members.values_list("user__first_name", "function")) == {
        ("Anne", "back_up"),
        ("Bruno", "sales"),
        ("Chloé", "lead"),
    }
    with pytest.raises(DomainError) as caught:
        domain.add_member(valmorin, user=bruno, function="sales", by=anne)
    assert caught.value.code == "member_twice"
    member = valmorin.members.get(user=bruno)
    domain.change_member(member, by=chloe, function="support", responsibilities="SAV")
    domain.remove_member(member, by=bruno)
    assert not Account.objects.visible_to(bruno).exists()
    kinds = TimelineEntry.objects.filter(account=valmorin).order_by("id").values_list("data__event", flat=True)
    assert list(kinds) == [
        "account.member_changed",
        "account.member_added",
        "account.member_changed",
        "account.member_removed",
    ]


def test_leaver_hands_everything_over(valmorin, anne, bruno, chloe):
    other = domain.create_account(by=anne, name="Seconde")
    AccountMember.objects.create(account=other, user=chloe, function="sales")
    assert portfolio.hand_over(anne, chloe, None) == 2
    assert set(chloe.memberships.values_list("account__name", "function")) == {
        ("Groupe Valmorin", "lead"),
        ("Seconde", "lead"),
        ("Seconde", "sales"),
    }
    assert not anne.memberships.exists()


@translation.override("en")
def test_changes_say_who_what_and_from_what_to_what(valmorin, anne, david):
    domain.change_account(valmorin, by=anne, sector="Lait", potential="300000")
    domain.set_status(valmorin, status="lost", by=david)
    domain.set_identifiers(valmorin, identifiers=[{"scheme": "siren", "value": "732829320"}], by=anne)
    changes = {(one.field, one.user_name, str(one.old), str(one.new)) for one in changes_for(valmorin)}
    assert changes == {
        ("sector", "Anne Delmas", "", "Lait"),
        ("potential", "Anne Delmas", "None", "300000.00"),
        ("status", "David Orsini", "Active", "Lost"),
        ("identifiers", "Anne Delmas", "", "SIREN 732829320"),
    }


def test_changes_since_and_before(valmorin, anne):
    first = changes_for(valmorin)
    domain.change_account(valmorin, by=anne, sector="Lait")
    (only,) = changes_for(valmorin)
    assert first == []
    assert (only.old, only.new) == ("", "Lait")
    assert changes_for(valmorin, since=only.at) == []
    assert changes_for(valmorin, before=only.at) == []


def test_new_member_is_told_in_their_language(valmorin, anne, chloe):
    domain.add_member(valmorin, user=chloe, function="support", by=anne)
    event = Event.objects.get(type="account.member_added")
    domain.tell_new_member(event)
    domain.tell_new_member(event)
    notice = Notification.objects.get()
    assert (notice.user, notice.actor, notice.account_id) == (chloe, anne, valmorin.pk)
    assert notice.text == "Anne Delmas puts you on the team of Groupe Valmorin."
    assert notice.url == f"/accounts/{valmorin.pk}/"


def test_every_account_has_its_pulse_whoever_writes_it(db):
    with connection.cursor() as cursor:
        cursor.execute("""insert into accounts_account (name, legal_name, kind, confidential, hidden, status, status_at,
            sector, naf, own_revenue_currency, country, website, phone, description, tags, lineage, reach, created_at,
            changed_at) select name, '', 'company', false, false, 'active', now(), '', '', '', '', '', '', '', '{}',
            '{}', '{}', now(), now() from unnest(array['One', 'Two']) name""")
    assert list(AccountPulse.objects.order_by("account__name").values_list("account__name", "tree_entities")) == [
        ("One", 1),
        ("Two", 1),
    ]
