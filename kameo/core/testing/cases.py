"""Cases that every page inherits: who may open it, who may write through it, what a list gives away.

Subclass one in a test file, override the fixtures it names, and the tests come along:

    class TestAccountPage(PageCases):
        @pytest.fixture
        def url(self, valmorin): return reverse("account", args=[valmorin.pk])

A negative case also proves that nothing was written: no journal event, and the same `state`. Who has not signed in is
no case: `tests/architecture/test_addresses.py` asks every address, reading and writing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

BACKEND = "kameo.people.sign_in.backends.UserBackend"
REFUSED = {403, 404}
WRITTEN = {200, 201, 204, 302, 303}


def browser(user: Any) -> Client:
    """A browser in which `user` is signed in."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def is_whole_page(response: Any) -> bool:
    return b"<html" in response.content


@pytest.mark.django_db
class PageCases:
    """A page about one thing. Fixtures: `url`; `member` (Anne) sees it, `stranger` (Chloé) does not."""

    @pytest.fixture
    def url(self) -> str:
        raise NotImplementedError("give the page's address")

    @pytest.fixture
    def member(self, anne: Any) -> Any:
        return anne

    @pytest.fixture
    def stranger(self, chloe: Any) -> Any:
        return chloe

    def test_stranger_is_refused(self, url: str, stranger: Any) -> None:
        assert browser(stranger).get(url).status_code in REFUSED

    def test_member_reads_the_whole_page(self, url: str, member: Any) -> None:
        response = browser(member).get(url)
        assert response.status_code == 200
        assert is_whole_page(response)


class FragmentCases(PageCases):
    """A page that answers htmx with a part of itself."""

    def test_htmx_gets_a_part(self, url: str, member: Any) -> None:
        response = browser(member).get(url, headers={"HX-Request": "true"})
        assert response.status_code == 200
        assert not is_whole_page(response)


@pytest.mark.django_db
class WriteCases:
    """A POST. Fixtures: `url`, `payload`, `state` (what must not move), `member`, `stranger`."""

    @pytest.fixture
    def url(self) -> str:
        raise NotImplementedError("give the address that writes")

    @pytest.fixture
    def payload(self) -> dict[str, Any]:
        return {}

    @pytest.fixture
    def state(self) -> Callable[[], Any]:
        return lambda: None

    @pytest.fixture
    def member(self, anne: Any) -> Any:
        return anne

    @pytest.fixture
    def stranger(self, chloe: Any) -> Any:
        return chloe

    @pytest.fixture
    def untouched(self, state: Callable[[], Any]) -> Callable[[], bool]:
        """Called later: whether nothing was written since."""
        from kameo.core.journal.models import Event

        def now() -> tuple[int, Any]:
            return Event.objects.count(), state()

        before = now()
        return lambda: now() == before

    def test_stranger_writes_nothing(self, url: str, payload: Any, stranger: Any, untouched: Any) -> None:
        assert browser(stranger).post(url, payload).status_code in REFUSED
        assert untouched()

    def test_member_writes(self, url: str, payload: Any, member: Any, untouched: Any) -> None:
        assert browser(member).post(url, payload).status_code in WRITTEN
        assert not untouched()


class ReaderCases(WriteCases):
    """A POST to something that `reader` (Éric, to be made a member) sees and may not write."""

    @pytest.fixture
    def reader(self) -> Any:
        raise NotImplementedError("make a reader who sees it")

    def test_reader_writes_nothing(self, url: str, payload: Any, reader: Any, untouched: Any) -> None:
        assert browser(reader).post(url, payload).status_code in REFUSED
        assert untouched()


@pytest.mark.django_db
class ListCases:
    """A list. Fixtures: `url`, `make_rows(count)`, `hidden` (a text no stranger may read); `queries` is literal."""

    queries: int

    @pytest.fixture
    def url(self) -> str:
        raise NotImplementedError("give the list's address")

    @pytest.fixture
    def make_rows(self) -> Callable[[int], Any]:
        raise NotImplementedError("make so many rows that the member sees")

    @pytest.fixture
    def hidden(self) -> str:
        raise NotImplementedError("make a row that the stranger must not see, give its name")

    @pytest.fixture
    def member(self, anne: Any) -> Any:
        return anne

    @pytest.fixture
    def stranger(self, chloe: Any) -> Any:
        return chloe

    def test_list_leaks_nothing(self, url: str, hidden: str, stranger: Any) -> None:
        response = browser(stranger).get(url)
        assert response.status_code in {200, *REFUSED}
        assert hidden not in response.content.decode()

    @pytest.mark.parametrize("count", [1, 3])
    def test_queries_do_not_grow(
        self, url: str, make_rows: Any, member: Any, count: int, django_assert_num_queries: Any
    ) -> None:
        make_rows(count)
        client = browser(member)
        client.get(url)  # settings and last-seen stamps are read and written once
        with django_assert_num_queries(self.queries):
            assert client.get(url).status_code == 200
