"""What is named at one place and used at another exists, once."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import pghistory.models
import pytest
from django.apps import apps
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver
from procrastinate.contrib.django import app as jobs

from kameo.core.jobs import Job
from kameo.core.journal.domain import subscribers
from kameo.core.registry import Store
from tests.architecture.sources import ROOT, python_files, shown

# Tables that need no history of their own: what is computed, delivered, seen, or itself a history.
WITHOUT_HISTORY = {
    "journal.Event",
    "journal.Reaction",
    "core.Preference",
    "core.Rate",
    "accounts.AccountPulse",
    "qualification.ClassSnapshot",
    "accounts.RevenueDay",
    "accounts.RevenueTotal",
    "accounts.TimelineEntry",
    "accounts.AccountVisit",
    "accounts.TwinPair",
    "people.ApiToken",
    "contacts.PersonPulse",
    "interactions.DocumentVersion",  # only ever added
}
DISPOSABLE_APPS = {"notifications", "exchange"}


def declared() -> list[tuple[str, str]]:
    """(file, name) of each job that an app declares in its `jobs.py`."""
    found = []
    for path in python_files():
        if path.name == "jobs.py":
            module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            found += [(shown(path), job.name) for job in vars(module).values() if isinstance(job, Job)]
    return found


def test_every_declared_job_is_run_by_something() -> None:
    names = declared()
    assert len(names) > 10
    assert [f"{path}: {name}" for path, name in names if name not in jobs.tasks] == []


def test_jobs_and_reactions_are_named_noun_verb() -> None:
    ours = [name for name in jobs.tasks if ":" not in name and not name.startswith(("procrastinate.", "test."))]
    assert [name for name in ours if name.count(".") != 1 or name != name.lower()] == []
    assert all(len(one.types) > 0 for one in subscribers)


def test_same_key_twice_is_refused() -> None:
    store: Store[int] = Store("test")
    store.register("one", 1)
    with pytest.raises(ValueError, match="'one' is registered already"):
        store.register("one", 2)


def test_every_business_table_keeps_its_history() -> None:
    tracked = {
        model.pgh_tracked_model
        for model in apps.get_models()
        if issubclass(model, pghistory.models.Event) and getattr(model, "pgh_tracked_model", None)
    }
    assert [model._meta.label for model in business_tables() if model not in tracked] == []


def business_tables() -> Iterator[type[Model]]:
    for model in apps.get_models():
        meta = model._meta
        if not model.__module__.startswith("kameo.") or not meta.managed or meta.proxy or meta.auto_created:
            continue
        if issubclass(model, pghistory.models.Event) or meta.app_label in DISPOSABLE_APPS:
            continue
        if meta.label not in WITHOUT_HISTORY:
            yield model


def names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(
                pattern.url_patterns, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
        elif pattern.name:
            yield f"{namespace}{pattern.name}"


def test_no_two_addresses_share_a_name() -> None:
    found = [name for name in names(get_resolver().url_patterns) if ":" not in name]
    twice = {name for name in found if found.count(name) > 1}
    assert twice == set()
