"""Which accounts look alike, and saying that they are not the same."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kameo.accounts.merging import ACCOUNTS
from kameo.accounts.models import Account, Address, Identifier, MailDomain, TwinPair
from kameo.accounts.twins.find import find_twins
from kameo.core.merging import verbs
from kameo.core.merging.models import Difference

pytestmark = pytest.mark.django_db


def pairs():
    return [
        ({pair.first.name, pair.second.name}, pair.score, pair.reasons)
        for pair in TwinPair.objects.select_related("first", "second")
    ]


def account(name, **fields):
    return Account.objects.create(name=name, **fields)


def test_same_core_name_whatever_the_form_and_the_accents():
    account("Société Générale d'Électricité SAS")
    account("SOCIETE GENERALE D'ELECTRICITE")
    account("Boulangerie Morel")
    assert find_twins() == 1
    assert pairs() == [({"Société Générale d'Électricité SAS", "SOCIETE GENERALE D'ELECTRICITE"}, 95, ["same_name"])]


def test_near_name_gives_its_likeness():
    account("Transports Guivarch")
    account("Transport Guivarc")
    find_twins()
    [(_names, score, reasons)] = pairs()
    assert (score, reasons) == (73, ["name"])


def test_siret_of_the_same_company_in_another_tree():
    one, two = account("Alpha Distribution"), account("Zeta Négoce")
    Identifier.objects.create(account=one, scheme="siren", value="732829320")
    Identifier.objects.create(account=two, scheme="siret", value="73282932000074")
    find_twins()
    assert pairs() == [({"Alpha Distribution", "Zeta Négoce"}, 95, ["number"])]


def test_website_of_the_mail_domain_of_another():
    one = account("Alpha Distribution")
    account("Zeta Négoce", website="https://www.alpha.example/contact")
    MailDomain.objects.create(account=one, domain="alpha.example")
    find_twins()
    assert pairs() == [({"Alpha Distribution", "Zeta Négoce"}, 75, ["domain"])]


def test_address_and_phone_add_to_a_name_and_say_nothing_alone():
    alike = [
        account("Guivarch Transports", phone="02 98 00 00 01"),
        account("Transports Guivarch", phone="+33 2 98 00 00 01"),
    ]
    other = account("Boulangerie Morel", phone="0298000001")
    for one in [*alike, other]:
        Address.objects.create(account=one, lines="1 rue Haute", postcode="29200", city="Brest")
    find_twins()
    [(names, score, reasons)] = pairs()
    assert names == {"Guivarch Transports", "Transports Guivarch"}
    assert score == 99
    assert reasons == ["same_name", "address", "phone"]


def test_other_number_and_country_speak_against():
    one, two = account("Fonderie Astride", country="FR"), account("Fonderie Astride", country="DE")
    Identifier.objects.create(account=one, scheme="siren", value="732829320")
    Identifier.objects.create(account=two, scheme="siren", value="552100554")
    MailDomain.objects.create(account=one, domain="astride.example")
    Account.objects.filter(pk=two.pk).update(website="https://astride.example")
    find_twins()
    assert pairs() == []  # 0.9875 × 0.6 × 0.8 = 47
    Identifier.objects.all().delete()
    find_twins()
    assert pairs() == [({"Fonderie Astride"}, 79, ["same_name", "domain", "other_country"])]


def test_parts_of_a_group_and_its_sites_are_alike_by_nature():
    group = account("Groupe Valmorin", kind="group", website="https://valmorin.example")
    one = account("Valmorin Surgelés", parent=group, website="https://valmorin.example")
    account("Valmorin Boissons", parent=group, website="https://valmorin.example")
    account("Valmorin", kind="site", parent=one)
    assert find_twins() == 0


def test_one_account_compared_leaves_the_others_alone():
    first, second = account("Fonderie Astride"), account("Fonderie Astride SA")
    third = account("Scierie Maubranche")
    account("Scierie Maubranche SARL")
    find_twins()
    assert TwinPair.objects.count() == 2
    Account.objects.filter(pk=second.pk).update(name="Autre chose")
    Account.objects.filter(pk=third.pk).update(name="Tout autre chose")
    find_twins([first.pk])
    assert [names for names, _score, _reasons in pairs()] == [{"Tout autre chose", "Scierie Maubranche SARL"}]


def test_told_apart_and_back(david, anne):
    one, two = account("Fonderie Astride"), account("Fonderie Astride SA")
    find_twins()
    with pytest.raises(PermissionDenied):
        verbs.tell_apart(ACCOUNTS, one, two, by=anne)
    row = verbs.tell_apart(ACCOUNTS, two, one, by=david)
    assert (row.first_id, row.second_id) == (one.pk, two.pk)
    assert verbs.tell_apart(ACCOUNTS, one, two, by=david) == row
    assert not TwinPair.objects.visible_to(david).exists()
    verbs.forget_apart(ACCOUNTS, row, by=david)
    assert TwinPair.objects.visible_to(david).count() == 1
    assert not Difference.objects.exists()


def test_pair_shows_to_who_sees_both(valmorin, anne, david):
    account("Groupe Valmorin SA")
    find_twins()
    assert TwinPair.objects.visible_to(anne).count() == 0
    assert TwinPair.objects.visible_to(david).count() == 1
