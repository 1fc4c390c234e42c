"""A worker that dies in the middle of a run, and a job that is delivered twice at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from kameo.accounts.models import Account
from kameo.contracts.models import Invoice
from kameo.core.jobs import work_until_empty
from kameo.exchange import domain
from kameo.exchange.engine import run
from kameo.exchange.models import Change, Import, Progress

ROWS = 300
TEXT = "Facture;Date;Client;Montant HT\n" + "".join(f"F{n};2026-01-31;Client {n};10\n" for n in range(ROWS))

# What a worker does, stopped at one of its steps: the rows are staged, planned, or all written and nothing committed.
STEPS = ("stage", "_outcome", "keep_changes")
WORKER = """
import sys, time, django
from django.conf import settings
name, folder, number, step = sys.argv[1:]
settings.DATABASES["default"]["NAME"] = name
settings.MEDIA_ROOT = folder
django.setup()
from kameo.exchange import domain
from kameo.exchange.engine import run
from kameo.exchange.models import Import
kept = getattr(run, step)
def stop(*given):
    done = kept(*given)
    print("in the middle", flush=True)
    time.sleep(60)
    return done
setattr(run, step, stop)
domain.apply_import(Import.objects.get(pk=int(number)))
"""


@pytest.fixture
def waiting(transactional_db: None, david: Any) -> Iterator[Import]:
    file = SimpleUploadedFile("f.csv", TEXT.encode())
    record = domain.create_import(
        kind="invoices", file=file, name="f.csv", by=david, options={"unknown_customers": "create"}
    )
    domain.request_apply(record)
    yield record
    work_until_empty()  # jobs are not flushed with the tables: none may reach the next test


def written() -> tuple[int, int, int]:
    return Account.objects.count(), Invoice.objects.count(), Change.objects.count()


def kill_at(step: str, waiting: Import) -> None:
    """A worker begins the import and dies at that step."""
    settings = connection.settings_dict
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kameo.config.settings"}
    command = [sys.executable, "-c", WORKER, str(settings["NAME"]), default_storage.location, str(waiting.pk), step]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert "in the middle" in worker.stdout.readline()
        worker.kill()


@pytest.mark.crash
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_workers_killed_in_the_middle_leave_nothing_and_the_next_one_does_it_all(
    waiting: Import, rounds: range
) -> None:
    for turn in rounds:
        kill_at(STEPS[turn % len(STEPS)], waiting)
        waiting.refresh_from_db()
        assert (waiting.status, written()) == ("running", (0, 0, 0))
    work_until_empty()  # the job is still there: a stalled one is given to the next worker
    waiting.refresh_from_db()
    assert (waiting.status, waiting.created, waiting.rejected) == ("done", ROWS, 0)
    assert written()[:2] == (ROWS, ROWS)
    changes = Change.objects.count()
    domain.apply_import(waiting)
    assert (written(), waiting.created) == ((ROWS, ROWS, changes), ROWS)
    assert domain.undo_import(waiting, by=None).kept == 0
    assert written() == (0, 0, 0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_cancel_after_a_worker_died_is_obeyed_by_the_next(waiting: Import) -> None:
    Import.objects.filter(pk=waiting.pk).update(status="running")
    Progress.objects.filter(of=waiting).update(phase="writing", done=100, total=ROWS)
    waiting.refresh_from_db()
    domain.request_cancel(waiting)
    assert waiting.status == "running"
    work_until_empty()
    waiting.refresh_from_db()
    assert (waiting.status, written()) == ("cancelled", (0, 0, 0))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_delivered_twice_at_once_it_is_imported_once(waiting: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    started, resume, kept = threading.Event(), threading.Event(), run.keep_changes

    def slowly(*given: Any) -> Any:
        started.set()
        assert resume.wait(20)
        return kept(*given)

    monkeypatch.setattr(run, "keep_changes", slowly)

    def deliver() -> None:
        try:
            domain.apply_import(Import.objects.get(pk=waiting.pk))
        finally:
            connection.close()

    first, second = threading.Thread(target=deliver), threading.Thread(target=deliver)
    first.start()
    assert started.wait(20)
    second.start()
    resume.set()
    for thread in (first, second):
        thread.join(30)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.created, waiting.unchanged) == ("done", ROWS, 0)
    assert written()[:2] == (ROWS, ROWS)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_running_import_is_stopped_from_outside(waiting: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody presses Stop on the page while the worker writes: seen at its next step, nothing stays."""
    kept = run.keep_changes

    def stopped(*given: Any) -> Any:
        asking = threading.Thread(target=ask)
        asking.start()
        asking.join(20)
        return kept(*given)

    def ask() -> None:
        try:
            domain.request_cancel(Import.objects.get(pk=waiting.pk))
        finally:
            connection.close()

    monkeypatch.setattr(run, "keep_changes", stopped)
    domain.apply_import(waiting)
    waiting.refresh_from_db()
    assert (waiting.status, written()) == ("cancelled", (0, 0, 0))
    progress = Progress.objects.get(of=waiting)
    assert (progress.phase, progress.done, progress.total) == ("settling", ROWS, ROWS)
