"""The cast of every test: the same people, so that a test reads like a sentence.

Anne, key account manager; Bruno, same account team; Chloé, other team; David, sales director; Éric, reader;
Farida, support; Gilles, administrator; Hélène, finance. `valmorin` is Anne's and Bruno's account.
"""

from __future__ import annotations

from typing import Any

import pytest


def _user(first: str, last: str, role: str) -> Any:
    from kameo.core.text import fold
    from kameo.people.models import Role, User

    email = f"{fold(first)}@ardelane.test"
    user = User(email=email, first_name=first, last_name=last, role=Role.objects.get(key=role), language="en")
    user.set_unusable_password()
    user.save()
    return user


@pytest.fixture
def anne(db: None) -> Any:
    return _user("Anne", "Delmas", "kam")


@pytest.fixture
def bruno(db: None) -> Any:
    return _user("Bruno", "Kessler", "sales")


@pytest.fixture
def chloe(db: None) -> Any:
    return _user("Chloé", "Marchand", "kam")


@pytest.fixture
def david(db: None) -> Any:
    return _user("David", "Orsini", "director")


@pytest.fixture
def eric(db: None) -> Any:
    return _user("Éric", "Vasseur", "reader")


@pytest.fixture
def farida(db: None) -> Any:
    return _user("Farida", "Benali", "support")


@pytest.fixture
def gilles(db: None) -> Any:
    return _user("Gilles", "Tanguy", "administrator")


@pytest.fixture
def helene(db: None) -> Any:
    return _user("Hélène", "Roussel", "finance")


@pytest.fixture
def valmorin(anne: Any, bruno: Any) -> Any:
    """A group Anne leads and Bruno works for."""
    from kameo.accounts.models import Account, AccountMember

    account = Account.objects.create(name="Groupe Valmorin", kind="group", status="active")
    AccountMember.objects.create(account=account, user=anne, function="lead", by=anne)
    AccountMember.objects.create(account=account, user=bruno, function="sales", by=anne)
    account.refresh_from_db()
    return account
