"""Nothing that hangs on an account is forgotten when two accounts, or two people, become one."""

from __future__ import annotations

import pghistory.models
import pytest
from django.apps import apps
from django.db.models import Model

from kameo.core import merging

SUBJECTS = ["accounts.Account", "contacts.Person"]


def pointing_at(subject: str) -> list[merging.Column]:
    """Every foreign key to the subject, histories left out: they are of rows, and rows keep theirs."""
    target: type[Model] = apps.get_model(subject)
    found = []
    for model in apps.get_models(include_auto_created=True):
        if issubclass(model, pghistory.models.Event):
            continue
        found += [
            (model._meta.label, field.name)
            for field in model._meta.get_fields()
            if field.concrete and field.is_relation and field.related_model is target
        ]
    return found


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_relation_has_a_part_in_a_merge(subject: str) -> None:
    """Register it in the app's merging.py (`rows(...)`), or `leave(...)` it with the reason."""
    assert sorted(set(pointing_at(subject)) - set(merging.covered(subject))) == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_relation_is_claimed_twice_or_gone(subject: str) -> None:
    covered = merging.covered(subject)
    assert sorted({column for column in covered if covered.count(column) > 1}) == []
    for label, name in covered:
        apps.get_model(label)._meta.get_field(name)
    assert all(stay.because for stay in merging.reasons_to_stay(subject))
