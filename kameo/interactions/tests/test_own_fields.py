"""The fields of the company on exchanges: asked when one is logged, on the account page and anywhere, and corrected."""

import pytest
from django.urls import reverse

from kameo.core.customfields.domain import save_field
from kameo.core.customfields.subjects import subjects
from kameo.core.testing.cases import browser
from kameo.interactions.models import Interaction

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic(david):
    return save_field(subjects["interaction"], None, by=david, name="Salon", kind="text", options=[], required=True)


def test_the_composer_asks_for_it_and_keeps_it(valmorin, anne, topic):
    web, log = browser(anne), reverse("interaction-log", args=[valmorin.pk])
    assert 'name="custom_salon"' in web.get(reverse("account", args=[valmorin.pk])).text
    refused = web.post(log, {"kind": "note", "text": "Vu au salon"})
    assert refused.status_code == 422
    assert not Interaction.objects.exists()
    web.post(log, {"kind": "note", "text": "Vu au salon", "custom_salon": "SIAL"})
    assert Interaction.objects.get().custom == {topic.code: "SIAL"}


def test_logging_from_anywhere_asks_for_it_too(valmorin, anne, topic):
    web = browser(anne)
    assert 'id="log_custom_salon"' in web.get(reverse("log-note")).text
    web.post(reverse("log-note"), {"kind": "note", "text": "Vu", "account": valmorin.pk, "custom_salon": "SIRHA"})
    assert Interaction.objects.get().custom == {topic.code: "SIRHA"}


def test_a_correction_changes_it_and_does_not_ask_for_it(valmorin, anne, topic):
    web, row = browser(anne), Interaction.objects.create(account=valmorin, author=anne, kind="note", text="Vu")
    change = reverse("interaction-change", args=[row.pk])
    web.post(change, {"kind": "note", "text": "Vu deux fois"})
    row.refresh_from_db()
    assert (row.text, row.custom) == ("Vu deux fois", {})
    web.post(change, {"kind": "note", "text": "Vu deux fois", "custom_salon": "SIAL"})
    row.refresh_from_db()
    assert row.custom == {topic.code: "SIAL"}
