"""Who is told, once, and who goes on reading it."""

import pytest

from kameo.accounts.models import Account, AccountMember
from kameo.notifications import domain, queries
from kameo.notifications.models import Notification

pytestmark = pytest.mark.django_db


def tell(users, **more):
    return domain.notify(users=users, kind="mention", key="mention:1", text="Anne mentions you.", **more)


def test_everybody_but_the_actor_is_told(anne, bruno, chloe):
    assert tell([anne, bruno, chloe], actor=anne) == 2
    assert set(Notification.objects.values_list("user", flat=True)) == {bruno.pk, chloe.pk}


def test_the_same_key_tells_once(anne, bruno):
    assert tell([bruno]) == 1
    assert tell([bruno, anne]) == 1
    assert Notification.objects.filter(user=bruno).count() == 1


def test_somebody_deactivated_is_not_told(anne, bruno):
    bruno.is_active = False
    assert tell([bruno]) == 0
    assert not Notification.objects.exists()


def test_a_silenced_kind_is_not_told(bruno):
    domain.choose_kinds(bruno, wanted=[])
    assert tell([bruno]) == 0
    domain.choose_kinds(bruno, wanted=["mention"])
    assert tell([bruno]) == 1


def test_a_stranger_to_the_account_is_not_told(valmorin, bruno, chloe):
    assert tell([bruno, chloe], account_id=valmorin.pk) == 1
    assert Notification.objects.get().user == bruno


def test_promise_13_losing_the_account_hides_what_was_told(valmorin, bruno, django_assert_num_queries):
    tell([bruno], account_id=valmorin.pk)
    with django_assert_num_queries(1):
        assert domain.unread_count(bruno) == 1
    AccountMember.objects.filter(user=bruno).delete()
    assert domain.unread_count(bruno) == 0
    assert queries.page_for(bruno)[0] == []


def test_a_binned_account_hides_what_was_told(valmorin, bruno):
    tell([bruno], account_id=valmorin.pk)
    Account.objects.filter(pk=valmorin.pk).update(binned_at="2026-01-01T00:00Z")
    assert domain.unread_count(bruno) == 0


def test_marking_all_read_leaves_others_alone(anne, bruno):
    tell([anne, bruno])
    assert domain.mark_all_read(bruno) == 1
    assert (domain.unread_count(bruno), domain.unread_count(anne)) == (0, 1)


def test_pages_of_fifty_follow_one_another(bruno):
    for number in range(53):
        domain.notify(users=[bruno], kind="mention", key=f"mention:{number}", text=str(number))
    first, key = queries.page_for(bruno)
    second, end = queries.page_for(bruno, before=key)
    assert [row["text"] for row in first] == [str(number) for number in range(52, 2, -1)]
    assert ([row["text"] for row in second], end) == (["2", "1", "0"], "")
