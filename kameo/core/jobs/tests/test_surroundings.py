"""A job works in the company's zone and language, and its writes bear its name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.utils import translation

from kameo.core import clock, preferences
from kameo.core.jobs import Job, work_until_empty

LOOK = Job("test.look")
seen: dict[str, Any] = {}


@LOOK.runs
def look() -> None:
    from kameo.people.models import Team

    seen.update(today=clock.today().isoformat(), language=translation.get_language())
    Team.objects.filter(name="Grands comptes").update(name="Comptes clés")


@pytest.mark.django_db
def test_job_sees_the_company_s_today_and_language_and_signs_its_writes() -> None:
    from kameo.people.models import Team

    Team.objects.create(name="Grands comptes")
    preferences.set("time_zone", "Asia/Tokyo")
    preferences.set("language", "en")
    LOOK.defer()
    with time_machine.travel(datetime(2026, 3, 31, 20, 0, tzinfo=UTC), tick=False):
        work_until_empty()
    assert seen == {"today": "2026-04-01", "language": "en"}
    change = Team.pgh_event_model.objects.get(pgh_label="changed")  # type: ignore[attr-defined]
    assert change.pgh_context.metadata == {"client": {"kind": "job", "name": "test.look"}, "job": "test.look"}
    assert change.name == "Grands comptes"
