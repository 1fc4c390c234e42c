"""The user of a session, read by one ready statement, is what the ORM would have read."""

from __future__ import annotations

import pytest
from django.forms.models import model_to_dict

from kameo.people.models import User
from kameo.people.sign_in.backends import UserBackend

pytestmark = pytest.mark.django_db


def test_reads_every_column_as_the_orm_does(anne, django_assert_num_queries):
    User.objects.filter(pk=anne.pk).update(choices={"view": [1, {"deep": "é"}]})
    expected = User.objects.select_related("role").get(pk=anne.pk)
    with django_assert_num_queries(1):
        found = UserBackend().get_user(anne.pk)
    assert found == expected
    assert found.choices == {"view": [1, {"deep": "é"}]}
    assert {name: getattr(found, name) for name in vars(expected) if not name.startswith("_")} == {
        name: getattr(expected, name) for name in vars(expected) if not name.startswith("_")
    }
    assert model_to_dict(found.role) == model_to_dict(expected.role)
    assert found.role.rights == expected.role.rights


def test_finds_nobody_who_left(anne):
    User.objects.filter(pk=anne.pk).update(is_active=False)
    assert UserBackend().get_user(anne.pk) is None
    assert UserBackend().get_user(0) is None
