"""What every registered list keeps to, and what one more column and one more filter bring with them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember
from kameo.contacts import domain as contacts
from kameo.core.kinds import TextKind
from kameo.core.lists import Column, InlineEdit, TextFilter, lists, page_for
from kameo.core.lists.api.asked import api_shape
from kameo.core.lists.bulk import running
from kameo.core.lists.models import SavedView
from kameo.core.lists.saved.verbs import save_view
from kameo.core.records import Resource
from kameo.core.testing.cases import REFUSED, browser
from kameo.core.testing.records import Sample
from kameo.registers.lists import PARTNER_LIST

pytestmark = pytest.mark.django_db
EVERY = lists.keys()
GIVEN: dict[str, dict[str, Any]] = {
    "invoice": {"currency": "EUR", "due_on": None, "lines": [], "number": "F-{}".format}
}
FRAME = 4  # session, user, frame, rows and what stands beside them
ABOVE = 1  # the record that a list hangs below
MORE = {"invoices": 1}  # what they add up to


class ListCase:
    """One list among the cast: `member` may write, `stranger` sees nothing of its parent."""

    def __init__(self, key: str, parent: Account, member: Any, stranger: Any) -> None:
        self.noun, self.parent, self.member, self.stranger = lists[key], parent, member, stranger

    def make(self, number: int) -> None:
        if self.noun.key == "accounts":
            made = Account.objects.create(name=f"Sample {number}", parent=self.parent)
            AccountMember.objects.create(account=made, user=self.member)
        elif self.noun.key == "people":
            contacts.create_person(account=self.parent, by=self.member, last_name=f"Sample {number}")
        else:
            resource: Any = self.noun.resource
            sample = Sample(resource, self.member, GIVEN.get(resource.key))
            resource.add(self.parent if resource.parent else None, by=self.member, **sample.values(number=number))

    def addresses(self, page: str = "list") -> list[str]:
        """Over all accounts, and below one."""
        found = [reverse(self.noun.page_name(page))] if self.noun.address else []
        if self.noun.below is not None and self.noun.below.address:
            found.append(reverse(self.noun.page_name(page, below=True), kwargs={"account_id": self.parent.pk}))
        return found

    def walk(self, sort: str, *, descending: bool) -> tuple[list[int], list[int], list[int]]:
        """The ids on one page, then page by page, then back."""
        asked = {"sort": sort, "descending": descending}
        whole = [row.id for row in page_for(self.noun, self.member, **asked).rows]
        page = page_for(self.noun, self.member, size=2, **asked)
        pages = [[row.id for row in page.rows]]
        while page.after is not None:
            page = page_for(self.noun, self.member, size=2, cursor=page.after, **asked)
            pages.append([row.id for row in page.rows])
        back = [pages[-1]]
        while page.before is not None:
            page = page_for(self.noun, self.member, size=2, cursor=page.before, **asked)
            back.insert(0, [row.id for row in page.rows])
        return whole, list(chain(*pages)), list(chain(*back))


@pytest.fixture(params=EVERY)
def case(request: Any, valmorin: Account, anne: Any, chloe: Any, helene: Any, david: Any) -> ListCase:
    AccountMember.objects.create(account=valmorin, user=helene, function="observer")
    writes = lists[request.param].writes
    member = next((user for user in (anne, helene, david) if not writes or user.can(writes)), anne)
    return ListCase(request.param, valmorin, member, chloe)


def statements(client: Any, address: str) -> int:
    """A process reads the settings again from time to time: the lesser of two is the page's own."""
    with CaptureQueriesContext(connection) as counted:
        client.get(address)
    return len(counted)


def test_statements_do_not_grow_with_the_rows(case: ListCase) -> None:
    client, number = browser(case.member), 0
    for rows in (1, 3):
        while number < rows:
            number += 1
            case.make(number)
        for address in case.addresses():
            most = FRAME + MORE.get(case.noun.key, 0) + (ABOVE if str(case.parent.pk) in address else 0)
            assert client.get(address).status_code == 200  # settings and last-seen stamps are read and written once
            assert min(statements(client, address) for _again in range(2)) == most


def test_pages_hold_every_row_once_both_ways_in_every_order(case: ListCase) -> None:
    for number in range(1, 6):
        case.make(number)
    for sort in case.noun.order_columns():
        for descending in (False, True):
            whole, there, back = case.walk(sort, descending=descending)
            assert len(whole) >= 5
            assert there == whole
            assert back == whole


def test_strangers_read_nothing_page_or_file(case: ListCase) -> None:
    case.make(1)
    row = page_for(case.noun, case.member).rows[0]
    name = str(getattr(row, next(iter(case.noun.all_columns().values())).name))
    for address in [*case.addresses(), *case.addresses("export")]:
        answer = browser(case.stranger).get(address)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code in {200, *REFUSED}
        assert name not in text.decode(errors="ignore")


def test_the_file_holds_what_the_page_shows(case: ListCase) -> None:
    for number in (1, 2, 3):
        case.make(number)
    shown = {row.id for row in page_for(case.noun, case.member).rows}
    for address in case.addresses("export"):
        rows = read_csv(browser(case.member).get(address))
        assert len(rows) - 1 == len(shown) if case.noun.key != "accounts" else len(rows) - 1 >= len(shown)


def test_a_saved_view_opens_with_what_it_keeps(case: ListCase) -> None:
    case.make(1)
    client = browser(case.member)
    search = next(one for one in case.noun.all_filters() if one == "q")
    view = save_view(case.noun, by=case.member, name="Mine", filters={search: ["sample"]}, sort=case.noun.order)
    for address in case.addresses():
        target = client.get(address, {"view": view.pk})
        assert target.status_code == 302
        page = client.get(target["Location"])
        assert page.status_code == 200
        assert "Mine" in page.text
        assert "“sample”" in page.text
        assert client.get(address.rstrip("/") + "/views/").status_code == 200
    view.refresh_from_db()
    assert view.filters == {search: ["sample"]}


def test_every_column_is_drawn_and_every_filter_asked(case: ListCase) -> None:
    case.make(1)
    keys = ",".join(case.noun.all_columns())
    for address in case.addresses():
        assert browser(case.member).get(address, {"cols": keys, "view": "all"}).status_code == 200
        values = {name: "1" for one in case.noun.all_filters().values() for name in one.names}
        assert browser(case.member).get(address, values).status_code == 200


def read_csv(response: Any) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


# --- One column and one filter more ------------------------------------------------------------------------


@pytest.fixture
def longer(monkeypatch: Any) -> Any:
    """The list of partners with the note as a column and as a filter: nothing else is said."""
    noun = replace(
        PARTNER_LIST,
        columns=(*PARTNER_LIST.columns, Column("note", "What we noted", TextKind(), edit=InlineEdit())),
        filters=(*PARTNER_LIST.filters, TextFilter(key="note", label="Noted")),
    )
    monkeypatch.setitem(lists._items, noun.key, (100, noun))
    return noun


def test_a_column_and_a_filter_are_one_place_each(longer: Any, valmorin: Account, anne: Any) -> None:
    resource: Resource = longer.resource
    for name, note in (("Altus", "Sells with us"), ("Brunel", "Advises them")):
        resource.add(valmorin, by=anne, **{**Sample(resource, anne).values(), "name": name, "note": note})
    web, home = browser(anne), reverse("registers:partners")
    page = web.get(home, {"note": "sells"}).text
    assert "What we noted" in page
    assert "Sells with us" in page
    assert "Brunel" not in page
    rows = read_csv(web.get(reverse("registers:partners-export"), {"note": "sells"}))
    assert "What we noted" in rows[0]
    assert [row[rows[0].index("What we noted")] for row in rows[1:]] == ["Sells with us"]
    assert "note" in api_shape(longer)
    web.post(
        reverse("registers:partners-view-new") + "?note=sells&cols=name,note", {"name": "Own", "sharing": "private"}
    )
    view = SavedView.objects.get()
    assert (view.filters, view.columns) == ({"note": ["sells"]}, ["name", "note"])
    selection = running.Selection(longer, {"note": ["sells"]})
    change = running.start_bulk_change(selection, "column", {"column": "note", "value": "Left"}, by=anne)
    assert change.count == 1
    assert set(resource.model._default_manager.values_list("note", flat=True)) == {"Left", "Advises them"}
    running.request_undo(change, by=anne)
    assert set(resource.model._default_manager.values_list("note", flat=True)) == {"Sells with us", "Advises them"}
