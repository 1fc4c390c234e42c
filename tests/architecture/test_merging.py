"""Nothing that hangs on a record is forgotten when two records become one."""

from __future__ import annotations

import pghistory.models
import pytest
from django.apps import apps
from django.db.models import Model

from kameo.core import merging

SUBJECTS = [noun.model for noun in merging.mergeables]


def pointing_at(subject: type[Model]) -> list[merging.Column]:
    """Every foreign key to the subject, histories left out: they are of rows, and rows keep theirs."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if issubclass(model, pghistory.models.Event):
            continue
        found += [
            (model, field.name)
            for field in model._meta.get_fields()
            if field.concrete and field.is_relation and field.related_model is subject
        ]
    return found


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_relation_has_a_part_in_a_merge(subject: type[Model]) -> None:
    """Register it in the app's merging.py (`rows(...)`), or `leave(...)` it with the reason."""
    assert set(pointing_at(subject)) - set(merging.covered_columns(subject)) == set()


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_relation_is_claimed_twice_or_gone(subject: type[Model]) -> None:
    covered = merging.covered_columns(subject)
    assert sorted({column for column in covered if covered.count(column) > 1}) == []
    for model, name in covered:
        model._meta.get_field(name)
    assert all(stay.because for stay in merging.reasons_to_stay(subject))
