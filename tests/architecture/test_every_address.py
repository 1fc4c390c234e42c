"""A stranger, a reader and a member at every operation and every address there is, whoever wrote it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from kameo.core.journal.models import Event
from kameo.core.testing.api import ApiClient
from kameo.core.testing.cases import REFUSED, browser
from tests.architecture.sources import ROOT
from tests.architecture.world import MARK, World, address_of, ask, build, document, operations, pages

pytestmark = pytest.mark.django_db

# What every colleague reads and may write by right: the company's own lists.
FOR_EVERYBODY = {
    "list_competitors",
    "add_one_competitor",
    "competitor_read",
    "change_one_competitor",
    "remove_one_competitor",
    "list_arguments",
    "list_objectives",
    "list_side_changes",
    "read_objective",
}
# What somebody makes for themselves: an account they will lead, a view, a segment.
OF_ONE_S_OWN = {"create_account", "create_view", "create_segment"}
# Operations whose least body is refused before anybody is: files, and values that depend on others.
IN_A_TEST_OF_ITS_OWN = {
    "create_transfer": "tests/api/test_portfolio.py",
    "create_bulk_change": "kameo/accounts/tests/test_bulk.py",
    "rate_one_criterion": "tests/api/test_qualification.py",
    "follow_person": "kameo/decisions/tests/test_employers.py",
    "add_document": "kameo/interactions/tests/test_documents.py",
    "add_version": "kameo/interactions/tests/test_documents.py",
    "create_import": "tests/api/test_imports.py",
}
PAGES_FOR_EVERYBODY = {"competitor", "competitor-export", "competitor-remove"}
# Pages of one's own: profile, keys, absences, messages, who may introduce us, where segments were; views of any list.
PAGES_OF_ONE_S_OWN = {
    "profile",
    "theme",
    "token-list",
    "own-absences",
    "notification-all-read",
    "notification-kinds",
    "introduction-allowed",
    "segments",
}


@pytest.fixture
def world(valmorin: Any, anne: Any, david: Any, eric: Any) -> World:
    from kameo.accounts.models import Account, AccountMember

    Account.objects.filter(pk=valmorin.pk).update(name=MARK)
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    valmorin.refresh_from_db()
    return build(valmorin, david)


def rolled_back(call: Any) -> tuple[Any, bytes, bool]:
    """The answer, its body, and whether anything was told to the journal; nothing of it stays."""
    before = Event.objects.count()
    with transaction.atomic():
        answer = call()
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        wrote = Event.objects.count() != before
        transaction.set_rollback(True)
    return answer, body, wrote


def test_world_has_one_of_everything(world: World) -> None:
    assert world.missing == []


def test_exceptions_exist() -> None:
    names = {operation.name for operation in operations(document())}
    assert FOR_EVERYBODY | OF_ONE_S_OWN | {*IN_A_TEST_OF_ITS_OWN} <= names
    assert [path for path in IN_A_TEST_OF_ITS_OWN.values() if not (ROOT / path).exists()] == []
    assert {page.name for page in pages()} >= PAGES_OF_ONE_S_OWN | PAGES_FOR_EVERYBODY


class TestOperations:
    def test_nobody_without_a_token(self) -> None:
        client = Client()
        for operation in operations(document()):
            path = "/api/v1" + re.sub(r"{\w+}", "1", operation.path)
            sent = client.generic(operation.method.upper(), path, "{}", content_type="application/json")
            assert sent.status_code == 401, operation.name

    def test_stranger_learns_nothing_and_writes_nothing(self, world: World, chloe: Any) -> None:
        them, schema, wrong = ApiClient(chloe), document(), []
        for operation in operations(schema):
            if operation.name in FOR_EVERYBODY:
                continue
            answer, body, wrote = rolled_back(lambda one=operation: ask(them, one, world, schema))
            said = MARK.encode() in body and operation.name not in OF_ONE_S_OWN
            if said or (operation.writes and not _refused(operation.name, answer, wrote)):
                wrong.append(f"{operation.name}: {answer.status_code}")
        assert not wrong, "\n".join(wrong)

    def test_reader_writes_nothing(self, world: World, eric: Any) -> None:
        them, schema, wrong = ApiClient(eric), document(), []
        for operation in operations(schema):
            answer, _body, wrote = rolled_back(lambda one=operation: ask(them, one, world, schema))
            if operation.writes and not _refused(operation.name, answer, wrote):
                wrong.append(f"{operation.name}: {answer.status_code}")
            if not operation.writes and answer.status_code not in {200, *REFUSED}:
                wrong.append(f"{operation.name}: {answer.status_code}")
        assert not wrong, "\n".join(wrong)

    def test_member_is_not_refused(self, world: World, david: Any) -> None:
        """What is not in the bin, nor merged, nor imported here answers 404: cases and tests of their own do it."""
        me, schema, wrong = ApiClient(david), document(), []
        for operation in operations(schema):
            answer, _body, _wrote = rolled_back(lambda one=operation: ask(me, one, world, schema))
            if answer.status_code in {401, 403} or answer.status_code >= 500:
                wrong.append(f"{operation.name}: {answer.status_code}")
        assert not wrong, "\n".join(wrong)


class TestPages:
    def test_stranger_learns_nothing_and_writes_nothing(self, world: World, chloe: Any) -> None:
        client, wrong = browser(chloe), []
        for pattern in pages():
            address = address_of(pattern, world)
            if pattern.name in PAGES_FOR_EVERYBODY or "<" not in pattern.whole:
                continue
            for call in (client.get, client.post):
                answer, body, wrote = rolled_back(lambda one=call, at=address: one(at))
                if MARK.encode() in body or (wrote and not _is_one_s_own(pattern.name)):
                    wrong.append(f"{call.__name__} {pattern.name} {address}: {answer.status_code}{' writes' * wrote}")
        assert not wrong, "\n".join(wrong)

    def test_reader_writes_nothing(self, world: World, eric: Any) -> None:
        client, wrong = browser(eric), []
        for pattern in pages():
            address = address_of(pattern, world)
            answer, _body, wrote = rolled_back(lambda at=address: client.post(at))
            refused = answer.status_code in {*REFUSED, 405} and not wrote
            if not refused and not _is_one_s_own(pattern.name):
                wrong.append(f"{pattern.name} {address}: {answer.status_code}{' writes' * wrote}")
        assert not wrong, "\n".join(wrong)


def _is_one_s_own(page: str) -> bool:
    return page in PAGES_OF_ONE_S_OWN or page.endswith("view-new")


def _refused(name: str, answer: Any, wrote: bool) -> bool:
    """Refused, and nothing written; what is one's own is not, and some values are refused before anybody is."""
    if name in OF_ONE_S_OWN:
        return True
    return not wrote and (answer.status_code in REFUSED or (name in IN_A_TEST_OF_ITS_OWN and answer.status_code == 422))
