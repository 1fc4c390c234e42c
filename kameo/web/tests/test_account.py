"""The account page: for whom, at which cost, in every state an account can be in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kameo.accounts.models import Account, AccountMember, Address, Identifier, TimelineEntry
from kameo.accounts.pulse.refresh import refresh_pulse
from kameo.core import clock
from kameo.core.testing.cases import PageCases
from kameo.interactions import domain

pytestmark = pytest.mark.django_db

QUERIES = 12  # architecture.md §6; session, user and frame included


def fill(account, author, number):
    """`number` of each thing that the page shows."""
    for rank in range(number):
        Account.objects.create(name=f"Entity {rank}", parent=account)
        Identifier.objects.create(account=account, scheme="external", source=f"S{rank}", value=f"{rank}")
        Address.objects.create(account=account, city=f"Town {rank}")
        domain.log_interaction(account=account, by=author, kind="call", text=f"Call {rank}")
    refresh_pulse(None)


def queries_of(client, path, **headers):
    with CaptureQueriesContext(connection) as found:
        response = client.get(path, headers=headers)
    assert response.status_code == 200
    return [one["sql"] for one in found if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_however_full(client, anne, valmorin, number):
    fill(valmorin, anne, number)
    client.force_login(anne)
    path = f"/accounts/{valmorin.pk}/"
    client.get(path)
    found = queries_of(client, path)
    assert len(found) <= QUERIES, "\n".join(sql[:160] for sql in found)


def test_thread_alone_costs_less(client, anne, valmorin):
    fill(valmorin, anne, 2)
    client.force_login(anne)
    client.get(f"/accounts/{valmorin.pk}/")
    found = queries_of(client, f"/accounts/{valmorin.pk}/", **{"HX-Request": "true", "HX-Target": "thread"})
    assert len(found) <= 7


def test_shows_what_happened_the_newest_first(client, anne, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="call", text="First words")
    domain.log_interaction(account=valmorin, by=anne, kind="meeting", text="Last words")
    client.force_login(anne)
    html = client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert html.index("Last words") < html.index("First words")


def test_group_scope_adds_what_hangs_below_and_entity_scope_does_not(client, anne, valmorin):
    below = Account.objects.create(name="Laiteries", parent=valmorin)
    domain.log_interaction(account=below, by=anne, kind="call", text="Said below")
    client.force_login(anne)
    assert "Said below" in client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert "Said below" not in client.get(f"/accounts/{valmorin.pk}/?scope=entity").content.decode()


class TestPages(PageCases):
    @pytest.fixture(params=["", "changes/"])
    def url(self, request, valmorin):
        return f"/accounts/{valmorin.pk}/{request.param}"


def test_stranger_puts_nothing_back(client, chloe, valmorin):
    client.force_login(chloe)
    assert client.post(f"/accounts/{valmorin.pk}/changes/undo/", {"field": "name"}).status_code == 404


def test_reader_has_no_composer_and_no_edit(client, eric, valmorin):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    client.force_login(eric)
    html = client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert 'id="composer"' not in html
    assert f"/accounts/{valmorin.pk}/edit/" not in html


def test_marketing_writes_notes_only(client, valmorin):
    from tests.cast import _user

    client.force_login(_user("Maëlle", "Kervadec", "marketing"))
    html = client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert 'value="note"' in html
    assert 'name="kind" value="call"' not in html


@pytest.mark.parametrize("status", ["prospect", "active", "dormant", "lost"])
def test_account_without_anything(client, anne, status):
    account = Account.objects.create(name="Empty", status=status)
    AccountMember.objects.create(account=account, user=anne, function="lead")
    client.force_login(anne)
    html = client.get(f"/accounts/{account.pk}/").content.decode()
    assert "No invoice yet" in html
    assert "No call, meeting or e-mail logged" in html


def test_confidential_account_says_so(client, anne, valmorin):
    Account.objects.filter(pk=valmorin.pk).update(confidential=True)
    client.force_login(anne)
    assert "Confidential" in client.get(f"/accounts/{valmorin.pk}/").content.decode()


def test_parent_one_may_not_see_shows_by_its_name_alone(client, chloe, valmorin):
    below = Account.objects.create(name="Laiteries", parent=valmorin)
    AccountMember.objects.create(account=below, user=chloe, function="lead")
    client.force_login(chloe)
    html = client.get(f"/accounts/{below.pk}/").content.decode()
    assert "Groupe Valmorin" in html
    assert f'href="/accounts/{valmorin.pk}/"' not in html


def test_restricted_note_is_for_its_author_the_lead_and_directors(client, anne, bruno, david, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="note", text="Very secret", restricted=True)
    for user, sees in ((anne, True), (david, True), (bruno, False)):
        client.force_login(user)
        assert ("Very secret" in client.get(f"/accounts/{valmorin.pk}/").content.decode()) is sees


def test_older_pages_follow_by_keyset(client, anne, valmorin):
    now = clock.now()
    TimelineEntry.objects.bulk_create(
        TimelineEntry(account=valmorin, at=now, kind="note", text=f"Line {n:03}", actor=anne, source="t", source_id=n)
        for n in range(50)
    )
    client.force_login(anne)
    path, seen = f"/accounts/{valmorin.pk}/?scope=entity", []
    for _page in range(3):
        html = client.get(path).content.decode()
        seen += [n for n in range(50) if f"Line {n:03}" in html]
        if 'id="older"' not in html:
            break
        path = html.split('id="older"><a class="btn" href="')[1].split("#thread")[0].replace("&amp;", "&")
    assert seen == [*range(30, 50), *range(10, 30), *range(10)]


def test_what_changed_since_the_last_visit(client, anne, bruno, valmorin, time_machine):
    time_machine.move_to("2026-11-20T09:00:00Z")
    client.force_login(anne)
    assert "Since your last visit" not in client.get(f"/accounts/{valmorin.pk}/").content.decode()
    time_machine.move_to("2026-11-21T09:00:00Z")
    domain.log_interaction(account=valmorin, by=bruno, kind="call", text="While away")
    time_machine.move_to("2026-11-22T09:00:00Z")
    client.force_login(anne)
    html = client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert "Since your last visit" in html
    assert "1 new line in the thread" in html
    assert "1 new line in the thread" in client.get(f"/accounts/{valmorin.pk}/").content.decode()  # the same visit


def test_text_is_never_markup(client, anne, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="note", text="<script>alert(1)</script>\nsecond")
    client.force_login(anne)
    html = client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>second" in html
