"""Accounts in the global search: accents, other names, numbers, slips, and only what one may see."""

import pytest
from django.utils import translation

from kameo.accounts import domain
from kameo.accounts.models import AccountVisit
from kameo.accounts.search import find_accounts, recent_accounts
from kameo.core.search import SearchTerms

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(valmorin, anne):
    company = domain.create_account(by=anne, name="Minoterie Élan", parent=valmorin)
    domain.set_aliases(company, names=["Moulins du Léman"], by=anne)
    domain.set_identifiers(company, identifiers=[{"scheme": "siren", "value": "732829320"}], by=anne)
    domain.set_mail_domains(company, domains=["minoterie-elan.fr"], by=anne)
    domain.change_account(company, by=anne, name="Grands Moulins Élan")
    return company


def found(user, text, limit=8):
    return [hit.label for hit in find_accounts(user, SearchTerms.of(text), limit)]


@pytest.mark.parametrize(
    "text", ["grands", "moulins elan", "ÉLAN", "léman", "minoterie", "732 829", "minoterie-elan", "grand mouslin"]
)
def test_found_by(known, anne, text):
    assert found(anne, text) == ["Grands Moulins Élan"]


def test_what_begins_with_the_words_comes_first(anne):
    for name in ("Atelier Orsay", "Orsay", "Zinc d'Orsay"):
        domain.create_account(by=anne, name=name)
    assert found(anne, "orsay") == ["Orsay", "Atelier Orsay", "Zinc d'Orsay"]
    assert found(anne, "orsay", limit=2) == ["Orsay", "Atelier Orsay"]


def test_a_group_called_exactly_so_comes_before_its_parts(valmorin, anne):
    domain.set_aliases(valmorin, names=["Valmorin"], by=anne)
    domain.create_account(by=anne, name="Valmorin Laiteries", parent=valmorin)
    assert found(anne, "valmorin") == ["Groupe Valmorin", "Valmorin Laiteries"]


def test_strangers_find_nothing(known, chloe, valmorin):
    assert found(chloe, "moulins") == []
    assert found(chloe, "732829320") == []
    assert found(chloe, "mouslin") == []


def test_nothing_from_the_bin(known, anne):
    domain.bin_account(known, by=anne)
    assert found(anne, "moulins") == []


def test_jokers_are_letters(known, anne):
    assert found(anne, "%%") == []
    assert found(anne, "___") == []


def test_two_queries_at_most(known, anne, django_assert_num_queries):
    with django_assert_num_queries(1):
        find_accounts(anne, SearchTerms.of("moulins"), 8)


@translation.override("en")
def test_recent_ones_before_typing(known, valmorin, anne, chloe):
    AccountVisit.objects.create(account=known, user=anne)
    AccountVisit.objects.create(account=known, user=chloe)
    assert [(hit.label, hit.detail) for hit in recent_accounts(anne)] == [
        ("Grands Moulins Élan", "Company · Groupe Valmorin")
    ]
    assert recent_accounts(chloe) == []
