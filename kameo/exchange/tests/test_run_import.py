"""Drafts, questions, plans, runs, cancels, remembered layouts: the verbs behind the page and the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kameo.accounts.models import Account
from kameo.contracts.models import Invoice
from kameo.core.errors import DomainError
from kameo.core.jobs import work_until_empty
from kameo.exchange import domain
from kameo.exchange.models import Change, Import, Layout, Progress

AMBIGUOUS = "Facture;Date;Client;Montant HT\nF1;01/02/2026;A;1\n"


@pytest.fixture
def draft() -> Any:
    def make(text: str, *, by: Any, kind: str = "accounts", name: str = "f.csv", **more: Any) -> Import:
        return domain.create_import(kind=kind, file=SimpleUploadedFile(name, text.encode()), name=name, by=by, **more)

    return make


@pytest.mark.django_db
def test_a_draft_shows_what_is_recognised(draft: Any, david: Any) -> None:
    record = draft("nom;ville\nDupont;Lyon\n", by=david)
    assert record.status == "draft"
    analysis = record.analysis
    assert (analysis["rows"], analysis["questions"], analysis["missing"]) == (1, [], [])
    assert [(column["header"], column["field"], column["samples"]) for column in analysis["columns"]] == [
        ("nom", "name", ["Dupont"]),
        ("ville", "city", ["Lyon"]),
    ]
    assert analysis["first"] == [{"line": 2, "values": {"name": {"text": "Dupont"}, "city": {"text": "Lyon"}}}]


@pytest.mark.django_db
def test_a_question_holds_everything_until_it_is_answered(draft: Any, david: Any) -> None:
    record = draft(AMBIGUOUS, by=david, kind="invoices")
    for ask in (domain.request_plan, domain.request_apply):
        with pytest.raises(DomainError) as caught:
            ask(record)
        assert caught.value.code == "import_unanswered"
    domain.change_choices(record, options={"date_order": "dmy"})
    domain.request_plan(record)
    assert record.status == "planning"


@pytest.mark.django_db
def test_an_unreadable_file_is_kept_with_its_reason(draft: Any, david: Any) -> None:
    record = draft("%PDF-1.7", by=david)
    assert (record.status, record.failure["code"]) == ("failed", "file_binary")
    with pytest.raises(DomainError):
        domain.request_plan(record)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "kind"), [("eric", "accounts"), ("farida", "accounts"), ("anne", "invoices"), ("helene", "accounts")]
)
def test_roles_import_what_they_may(draft: Any, who: str, kind: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(DomainError) as caught:
        draft("nom\nUn\n", by=request.getfixturevalue(who), kind=kind)
    assert caught.value.code == "import_not_allowed"
    assert Import.objects.count() == 0


@pytest.mark.django_db
def test_a_rehearsal_writes_nothing(draft: Any, david: Any) -> None:
    record = draft("nom;siren\nDupont;732829320\nFaux;1\n", by=david)
    domain.request_plan(record)
    domain.plan_import(record)
    record.refresh_from_db()
    assert (record.status, record.created, record.rejected) == ("planned", 1, 1)
    assert record.outcome["preview"][0]["title"] == "Dupont"
    assert (Account.objects.count(), Change.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_choices_are_remembered_for_the_same_columns(draft: Any, david: Any) -> None:
    text = "Facture;Date;Client;Montant HT;Truc\nF1;01/02/2026;A;1;remarque\n"
    record = draft(text, by=david, kind="invoices")
    domain.change_choices(
        record, options={"date_order": "dmy", "unknown_customers": "create"}, mapping={"Truc": "label"}
    )
    domain.request_apply(record)
    domain.apply_import(record)
    assert Layout.objects.count() == 1
    second = draft(text.replace("F1", "F2"), by=david, kind="invoices")
    assert second.analysis["remembered"] is True
    assert (second.options["date_order"], second.mapping) == ("dmy", {"Truc": "label"})
    assert second.analysis["questions"] == []


@pytest.mark.django_db
def test_what_has_run_can_no_longer_be_changed(draft: Any, david: Any) -> None:
    record = draft("nom\nUn\n", by=david)
    domain.request_apply(record)
    domain.apply_import(record)
    for verb in (domain.request_apply, domain.discard_import, lambda one: domain.change_choices(one, options={})):
        with pytest.raises(DomainError) as caught:
            verb(record)
        assert caught.value.code == "import_not_open"


@pytest.mark.django_db
def test_a_discarded_file_is_gone(draft: Any, david: Any, stored_files: Any) -> None:
    record = draft("nom\nUn\n", by=david)
    assert stored_files() == 1
    domain.discard_import(record)
    assert (stored_files(), Import.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_worker_does_it_and_tells_how_far_it_is(draft: Any, david: Any) -> None:
    record = draft("nom\n" + "\n".join(f"Client {n}" for n in range(12_000)), by=david)
    domain.request_apply(record)
    work_until_empty()
    record.refresh_from_db()
    assert (record.status, record.created) == ("done", 12_000)
    progress = Progress.objects.get(of=record)
    assert (progress.phase, progress.done, progress.total) == ("settling", 12_000, 12_000)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_cancel_leaves_nothing_behind(draft: Any, david: Any) -> None:
    record = draft(
        "Facture;Date;Client;Montant HT\nF1;2026-01-31;A;1\n",
        by=david,
        kind="invoices",
        options={"unknown_customers": "create"},
    )
    domain.request_apply(record)
    Progress.objects.filter(of=record).update(phase="reading")
    domain.request_cancel(record)
    assert record.status == "waiting"
    work_until_empty()
    record.refresh_from_db()
    assert record.status == "cancelled"
    assert (Account.objects.count(), Invoice.objects.count(), Change.objects.count()) == (0, 0, 0)
    with pytest.raises(DomainError) as caught:
        domain.request_cancel(record)
    assert caught.value.code == "import_not_running"
    domain.request_apply(record)
    work_until_empty()
    record.refresh_from_db()
    assert (record.status, Invoice.objects.count()) == ("done", 1)


@pytest.mark.django_db
def test_what_no_worker_has_begun_stops_at_once(draft: Any, david: Any) -> None:
    record = draft("nom\nUn\n", by=david)
    domain.request_apply(record)
    domain.request_cancel(record)
    assert record.status == "cancelled"
    domain.apply_import(record)
    assert Account.objects.count() == 0


@pytest.mark.django_db
def test_a_job_delivered_twice_imports_once(draft: Any, david: Any) -> None:
    record = draft("nom\nUn\n", by=david)
    domain.request_apply(record)
    domain.apply_import(record)
    domain.apply_import(Import.objects.get())
    assert (Account.objects.count(), Import.objects.get().created) == (1, 1)


@pytest.mark.django_db
def test_a_crash_writes_nothing_is_said_and_is_tried_again(
    draft: Any, david: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = draft("nom\nUn\n", by=david)
    domain.request_apply(record)
    with monkeypatch.context() as patched:
        patched.setattr("kameo.exchange.engine.run.keep_changes", lambda *given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            domain.apply_import(record)
    record.refresh_from_db()
    assert (record.status, record.failure["code"], Account.objects.count()) == ("failed", "crashed", 0)
    domain.apply_import(record)
    record.refresh_from_db()
    assert (record.status, record.failure, Account.objects.count()) == ("done", {}, 1)
