"""Personal API keys."""

import datetime as dt

import pytest

from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.people.domain import authenticate_token, create_token, revoke_token
from kameo.people.models import ApiToken, User

pytestmark = pytest.mark.django_db


def test_a_new_key_authenticates_its_owner_and_only_its_digest_is_kept(anne):
    token, plaintext = create_token(anne, name="Power BI")
    assert authenticate_token(plaintext).user == anne
    assert plaintext.startswith("kameo_")
    assert len(plaintext) == 49
    assert plaintext not in str(ApiToken.objects.values().get())
    assert token.prefix == plaintext[:12]
    assert Event.objects.get(type="token.created").actor_id == anne.pk


def test_a_wrong_or_empty_key_is_nobodys(anne):
    create_token(anne, name="Power BI")
    assert authenticate_token("kameo_wrong") is None
    assert authenticate_token("") is None


def test_a_revoked_key_ends_at_once(anne):
    token, plaintext = create_token(anne, name="Power BI")
    revoke_token(token, by=anne)
    assert authenticate_token(plaintext) is None


def test_an_expired_key_is_refused(anne, time_machine):
    time_machine.move_to("2026-03-01T08:00:00Z", tick=False)
    _token, plaintext = create_token(anne, name="Essai", expires_at=dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC))
    assert authenticate_token(plaintext).user == anne
    time_machine.move_to("2026-03-02T08:00:00Z", tick=False)
    assert authenticate_token(plaintext) is None


def test_the_key_of_a_deactivated_user_is_refused(anne):
    _token, plaintext = create_token(anne, name="Power BI")
    User.objects.filter(pk=anne.pk).update(is_active=False)
    assert authenticate_token(plaintext) is None


def test_last_use_is_written_at_most_once_a_minute(anne, time_machine, django_assert_num_queries):
    time_machine.move_to("2026-03-01T08:00:00Z", tick=False)
    token, plaintext = create_token(anne, name="Power BI")
    with django_assert_num_queries(2):
        authenticate_token(plaintext)
    time_machine.move_to("2026-03-01T08:00:59Z", tick=False)
    with django_assert_num_queries(1):
        authenticate_token(plaintext)
    token.refresh_from_db()
    assert token.last_used_at == dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)
    time_machine.move_to("2026-03-01T08:01:00Z", tick=False)
    authenticate_token(plaintext)
    token.refresh_from_db()
    assert token.last_used_at == dt.datetime(2026, 3, 1, 8, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(("name", "days", "code"), [("  ", 1, "name_missing"), ("BI", -1, "expiry_past")])
def test_a_key_without_name_or_in_the_past_is_refused(anne, name, days, code):
    expires_at = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
    with pytest.raises(DomainError) as refusal:
        create_token(anne, name=name, expires_at=expires_at)
    assert refusal.value.code == code
    assert not ApiToken.objects.exists()
