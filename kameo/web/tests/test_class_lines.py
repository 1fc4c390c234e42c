"""Decisions about the class, as the account's page tells them."""

import pytest

from kameo.qualification import domain
from kameo.qualification.models import ClassDecision

pytestmark = pytest.mark.django_db


def test_the_thread_says_who_decided_what_and_why(valmorin, anne, david, client):
    domain.propose_class(valmorin, large=False, key=True, reason="They signed our charter", by=anne)
    domain.decide_class(valmorin, kind="overridden", key=True, reason="Charter checked", by=david)
    client.force_login(anne)
    page = client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert "You" in page
    for words in (
        "proposed the class: Key account",
        "They signed our charter",
        "decided the class: Key account",
        "Charter checked",
        "Decided, whatever the rules say.",
        "Alignment with our objectives",
    ):
        assert words in page, words
    domain.end_decision(ClassDecision.objects.get(), by=david)
    page = client.get(f"/accounts/{valmorin.pk}/").content.decode()
    assert "ended the decision on the class: Key account" in page
