"""`log_interaction` and its page: one transaction, everybody who should know, nobody else."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kameo.accounts.models import AccountMember, AccountPulse, TimelineEntry
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.testing.cases import ReaderCases
from kameo.interactions import domain
from kameo.interactions.models import Interaction
from kameo.notifications.models import Notification

pytestmark = pytest.mark.django_db


def path(account):
    return f"/accounts/{account.pk}/interactions/"


def test_leaves_row_line_contact_event_and_notice(anne, bruno, valmorin):
    at = clock.now() - timedelta(hours=2)
    row = domain.log_interaction(
        account=valmorin, by=anne, kind="call", text="Budget agreed", at=at, duration=12, mentions=[bruno]
    )
    line = TimelineEntry.objects.get(source="interactions.Interaction", source_id=row.pk)
    assert (line.at, line.kind, line.actor_id, line.text, line.data["duration"]) == (
        at,
        "call",
        anne.pk,
        "Budget agreed",
        12,
    )
    pulse = AccountPulse.objects.get(account=valmorin)
    assert (pulse.last_contact_at, pulse.interactions) == (at, 1)
    assert Event.objects.get(type="interaction.recorded").subject_id == row.pk
    notice = Notification.objects.get()
    assert (notice.user, notice.account_id, notice.actor) == (bruno, valmorin.pk, anne)


def test_a_note_is_not_a_contact(anne, valmorin):
    domain.log_interaction(account=valmorin, by=anne, kind="note", text="Idea")
    pulse = AccountPulse.objects.get(account=valmorin)
    assert (pulse.last_contact_at, pulse.interactions) == (None, 1)


def test_an_older_contact_does_not_move_the_last_one_back(anne, valmorin):
    now = clock.now()
    domain.log_interaction(account=valmorin, by=anne, kind="call", text="New", at=now)
    domain.log_interaction(account=valmorin, by=anne, kind="mail", text="Old", at=now - timedelta(days=9))
    assert AccountPulse.objects.get(account=valmorin).last_contact_at == now


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "call", "text": "  "}, "text_missing"),
        ({"kind": "fax", "text": "x"}, None),
        ({"kind": "call", "text": "x", "at": "future"}, "in_the_future"),
        ({"kind": "note", "text": "x" * 100_001}, "text_too_long"),
    ],
)
def test_refused_and_nothing_written(anne, valmorin, values, code):
    if values.get("at") == "future":
        values = {**values, "at": clock.now() + timedelta(hours=1)}
    with pytest.raises(PermissionDenied if code is None else DomainError) as refusal:
        domain.log_interaction(account=valmorin, by=anne, **values)
    assert code is None or refusal.value.code == code
    assert not Interaction.objects.exists()
    assert not TimelineEntry.objects.filter(source="interactions.Interaction").exists()


def test_reader_may_not_and_finance_may_write_notes_only(eric, helene, valmorin):
    with pytest.raises(PermissionDenied):
        domain.log_interaction(account=valmorin, by=eric, kind="note", text="x")
    with pytest.raises(PermissionDenied):
        domain.log_interaction(account=valmorin, by=helene, kind="call", text="x")
    assert domain.log_interaction(account=valmorin, by=helene, kind="note", text="x").pk


def test_mention_of_somebody_who_may_not_see_it_tells_the_author_and_not_them(client, anne, chloe, valmorin):
    client.force_login(anne)
    html = client.post(
        path(valmorin), {"kind": "note", "text": "Ask @Chloé Marchand"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Not told, because they may not see it: Chloé Marchand." in html
    assert not Notification.objects.exists()


def test_restricted_note_tells_only_those_who_may_read_it(anne, bruno, david, valmorin):
    domain.log_interaction(
        account=valmorin, by=anne, kind="note", text="Secret", restricted=True, mentions=[bruno, david]
    )
    assert set(Notification.objects.values_list("user", flat=True)) == {david.pk}


def test_composer_answers_htmx_with_itself_and_tells_the_page(client, anne, valmorin):
    client.force_login(anne)
    response = client.post(path(valmorin), {"kind": "call", "text": "Hello"}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response.headers["HX-Trigger"] == "account-changed"
    assert 'id="composer"' in response.content.decode()
    assert "Call added to the portrait." in response.content.decode()


def test_composer_works_without_javascript(client, anne, valmorin):
    client.force_login(anne)
    response = client.post(path(valmorin), {"kind": "meeting", "text": "Hello", "duration": "55"})
    row = Interaction.objects.get()
    assert (response.status_code, response.headers["Location"]) == (302, f"/accounts/{valmorin.pk}/#i-{row.pk}")
    assert (row.duration, row.direction) == (55, "both")


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_refusal_keeps_the_words(client, anne, valmorin, headers):
    client.force_login(anne)
    response = client.post(path(valmorin), {"kind": "call", "text": "Keep me", "duration": "-4"}, headers=headers)
    assert response.status_code == 422
    assert "Keep me" in response.content.decode()
    assert not Interaction.objects.exists()


class TestWriting(ReaderCases):
    @pytest.fixture
    def url(self, valmorin):
        return path(valmorin)

    @pytest.fixture
    def payload(self):
        return {"kind": "note", "text": "x"}

    @pytest.fixture
    def state(self):
        return Interaction.objects.count

    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric, function="observer")
        return eric


def test_a_line_from_the_composer_costs_fourteen_statements(client, anne, valmorin, django_assert_max_num_queries):
    """Of which two are the savepoint that the view's transaction is inside a test's."""
    client.force_login(anne)
    given = {"kind": "call", "text": "Said that delivery is late."}
    client.post(path(valmorin), given, headers={"HX-Request": "true"})
    with django_assert_max_num_queries(14):
        client.post(path(valmorin), given, headers={"HX-Request": "true"})
