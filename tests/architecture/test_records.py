"""What every registered resource keeps to, page and API: who reads, who writes, the bin, the history, conflicts."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.test import Client

from kameo.core.journal.models import Event
from kameo.core.records import Resource, resources, version_of
from kameo.core.records.history import history_of
from kameo.core.testing.api import ApiClient
from kameo.core.testing.cases import REFUSED, browser
from kameo.core.testing.records import Sample

pytestmark = pytest.mark.django_db
EVERY = resources.keys()
PAGED = [key for key in EVERY if resources[key].path and "new" not in resources[key].without]
BELOW = [key for key in EVERY if resources[key].parent]
ADDED = [key for key in EVERY if (api := resources[key].api) and "add" not in api.without]
SERVED = [key for key in EVERY if resources[key].api]

# What the kind of a field does not tell: values that must differ or add up.
GIVEN: dict[str, dict[str, Any]] = {
    "document": {"file": lambda number: ContentFile(b"Sample %d" % number, name=f"sample-{number}.txt")},
    "invoice": {"currency": "EUR", "due_on": None, "lines": [], "number": "F-{}".format},
}


class Case:
    """One resource among the cast: `member` may write, `reader` sees, `stranger` sees nothing of its parent."""

    def __init__(self, resource: Resource, parent: Any, member: Any, reader: Any, stranger: Any) -> None:
        self.resource, self.parent = resource, parent if resource.parent else None
        self.member, self.reader, self.stranger = member, reader, stranger
        self.sample = Sample(resource, member, GIVEN.get(resource.key))

    def add(self, number: int = 1) -> Any:
        return self.resource.add(self.parent, by=self.member, **self.sample.values(number=number))

    def page(self, name: str, row: Any = None) -> str:
        return self.resource.address(name, parent=self.parent, row=row)

    @property
    def path(self) -> str:
        assert self.resource.api is not None
        return self.resource.api.path

    def body(self, number: int = 1) -> dict[str, Any]:
        above = {f"{self.resource.above.attribute}_id": self.parent.pk} if self.resource.above else {}
        return above | self.sample.sent(number=number)

    def outsiders(self) -> list[Any]:
        return [self.reader, self.stranger] if self.parent is not None else [self.reader]

    def state(self) -> Any:
        return list(self.resource.model._default_manager.order_by("pk").values()), Event.objects.count()


@pytest.fixture
def case(request: Any, valmorin: Any, anne: Any, chloe: Any, david: Any, eric: Any, helene: Any) -> Case:
    from kameo.accounts.models import AccountMember

    resource = resources[request.param]
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    AccountMember.objects.create(account=valmorin, user=helene, function="observer")
    member = next(user for user in (anne, helene, david) if user.can(resource.right))
    return Case(resource, valmorin, member, eric, chloe)


@pytest.mark.parametrize("case", PAGED, indirect=True)
class TestPages:
    def test_member_opens_and_writes(self, case: Case) -> None:
        client = browser(case.member)
        assert client.get(case.page("new")).status_code == 200
        before = case.resource.model._default_manager.count()
        answer = client.post(case.page("new"), case.sample.typed())
        assert answer.status_code == 302
        assert case.resource.model._default_manager.count() == before + 1

    def test_member_changes(self, case: Case) -> None:
        row, field = case.add(), case.sample.changed()
        page = browser(case.member).get(case.page("edit", row))
        typed = case.sample.typed() | {field.name: "Said anew", "version": version_of(case.resource, row)}
        assert page.status_code == 200
        assert browser(case.member).post(case.page("edit", row), typed).status_code == 302
        row.refresh_from_db()
        assert field.read(row) == "Said anew"

    def test_others_write_nothing(self, case: Case) -> None:
        row = case.add()
        typed, before = case.sample.typed(number=2), case.state()
        for user in case.outsiders():
            for page in (case.page("new"), *(case.page(name, row) for name in ("edit", "bin", "restore"))):
                assert browser(user).post(page, typed).status_code in REFUSED, page
        assert case.state() == before

    def test_the_bin_gives_back_as_it_was(self, case: Case) -> None:
        row, client = case.add(), browser(case.member)
        before = type(row).objects.filter(pk=row.pk).values().get()
        assert client.post(case.page("bin", row)).status_code == 302
        assert not case.resource.model.objects.visible_to(case.member).filter(pk=row.pk).exists()
        assert client.get(case.page("edit", row)).status_code == 404
        assert client.post(case.page("restore", row)).status_code == 302
        assert type(row).objects.filter(pk=row.pk).values().get() == before

    def test_history_says_who_and_from_what(self, case: Case) -> None:
        row, field = case.add(), case.sample.changed()
        typed = case.sample.typed() | {field.name: "Said anew"}
        browser(case.member).post(case.page("edit", row), typed)
        row.refresh_from_db()
        change = history_of(case.resource, row, case.member)[0]
        assert (change.who, change.verb, change.client.kind) == (str(case.member), "changed", "page")
        assert "Said anew" in [one.after for one in change.fields]
        page = browser(case.reader).get(case.page("history", row))
        assert page.status_code == 200
        assert "Said anew" in page.content.decode()
        if case.parent is not None:
            assert browser(case.stranger).get(case.page("history", row)).status_code in REFUSED

    def test_stale_form_shows_both_values_and_loses_none(self, case: Case) -> None:
        row, field = case.add(), case.sample.changed()
        old = version_of(case.resource, row)
        case.resource.change(row, by=case.member, **{field.name: "Theirs"})
        typed = case.sample.typed() | {field.name: "Mine", "version": old}
        answer = browser(case.member).post(case.page("edit", row), typed)
        words = answer.content.decode()
        assert answer.status_code == 422
        assert "Theirs" in words
        assert "Mine" in words
        row.refresh_from_db()
        assert field.read(row) == "Theirs"
        typed["version"] = version_of(case.resource, row)
        assert typed["version"] in words
        assert browser(case.member).post(case.page("edit", row), typed).status_code == 302


@pytest.mark.parametrize("case", ADDED, indirect=True)
class TestAdding:
    def test_member_adds_reads_changes(self, case: Case) -> None:
        me, field = ApiClient(case.member), case.sample.changed()
        made = me.post(case.path, case.body())
        assert made.status_code == 201, made.content
        one = f"{case.path}/{made.json()['id']}"
        assert me.get(one).json() == made.json()
        changed = me.patch(one, {field.public: "Said anew"})
        assert (changed.status_code, changed.json()[field.public]) == (200, "Said anew")
        assert made.json()["id"] in [row["id"] for row in me.get(case.path).json()["items"]]

    def test_nobody_else_adds(self, case: Case) -> None:
        body = case.body()
        for user in case.outsiders():
            them, before = ApiClient(user), case.state()
            assert them.post(case.path, body).status_code in REFUSED
            assert case.state() == before


@pytest.mark.parametrize("case", SERVED, indirect=True)
class TestOperations:
    def test_nobody_else_reads_or_writes(self, case: Case) -> None:
        row, field = case.add(), case.sample.changed()
        one = f"{case.path}/{row.pk}"
        for user in case.outsiders():
            them, before = ApiClient(user), case.state()
            answers = [them.patch(one, {field.public: "x"}), them.delete(one)]
            answers.append(them.post(f"{one}/restorations"))
            assert {answer.status_code for answer in answers} <= REFUSED
            assert case.state() == before
        assert Client().get(f"/api/v1{one}").status_code == 401
        if case.parent is not None:
            assert ApiClient(case.stranger).get(one).status_code == 404
            assert ApiClient(case.stranger).get(case.path).json()["items"] == []

    def test_the_bin_gives_back_as_it_was(self, case: Case) -> None:
        row, me = case.add(), ApiClient(case.member)
        one = f"{case.path}/{row.pk}"
        before = me.get(one).json()
        assert me.delete(one).status_code == 204
        assert me.get(one).status_code == 404
        if case.resource.binnable:
            assert me.post(f"{one}/restorations").json() == before

    def test_stale_version_is_409(self, case: Case) -> None:
        row, field, me = case.add(), case.sample.changed(), ApiClient(case.member)
        one = f"{case.path}/{row.pk}"
        tag = me.get(one).headers["ETag"]
        assert me.patch(one, {field.public: "First"}, headers={"If-Match": tag}).status_code == 200
        stale = me.patch(one, {field.public: "Second"}, headers={"If-Match": tag})
        assert (stale.status_code, stale.json()["code"]) == (409, "conflict")
        assert me.get(one).json()[field.public] == "First"


@pytest.mark.parametrize("case", EVERY, indirect=True)
def test_verbs_ask_for_the_right_themselves(case: Case) -> None:
    row = case.add()
    for user in case.outsiders():
        with pytest.raises(PermissionDenied):
            case.resource.bin(row, by=user)
        with pytest.raises(PermissionDenied):
            case.resource.change(row, by=user)
