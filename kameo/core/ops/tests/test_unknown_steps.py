"""A database or a back-up with steps unknown to this version is refused, with the remedy, and not touched."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kameo.core.ops import schema

pytestmark = pytest.mark.django_db


def steps() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())


def test_a_database_of_this_version_is_not_refused() -> None:
    schema.refuse_unknown_database()
    assert schema.bring_up_to_date() == []


def test_a_database_from_before_the_reset_is_told_to_begin_anew() -> None:
    MigrationRecorder(connection).record_applied("accounts", "0002_lineage")
    before = steps()
    with pytest.raises(schema.UnknownStepsError, match=r"before its first release.*empty KAMEO_HOME"):
        schema.bring_up_to_date()
    assert steps() == before


def test_a_database_of_a_later_version_is_told_to_install_it() -> None:
    MigrationRecorder(connection).record_applied("contracts", "0099_everything")
    with pytest.raises(schema.UnknownStepsError, match=r"later version.*contracts\.0099_everything.*Install"):
        schema.bring_up_to_date()


def test_steps_of_an_app_that_is_gone_are_refused_and_those_of_a_library_are_not() -> None:
    MigrationRecorder(connection).record_applied("procrastinate", "0099_theirs")
    schema.refuse_unknown_database()
    MigrationRecorder(connection).record_applied("stakeholders", "0001_initial")
    with pytest.raises(schema.UnknownStepsError):
        schema.refuse_unknown_database()
