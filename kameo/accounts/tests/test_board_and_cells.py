"""The board by class and cells changed in place: what they cost, give away, and refuse."""

import pytest
from django.urls import reverse

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember
from kameo.core.testing.cases import ListCases, ReaderCases, browser
from kameo.qualification import domain as qualification

pytestmark = pytest.mark.django_db


class TestBoard(ListCases):
    queries = 8

    @pytest.fixture
    def url(self):
        return reverse("accounts:board")

    @pytest.fixture
    def make_rows(self, anne):
        return lambda count: [domain.create_account(by=anne, name=f"Fonderie {n}") for n in range(count)]

    @pytest.fixture
    def hidden(self, anne):
        return domain.create_account(by=anne, name="Fonderie cachée").name


class TestCell(ReaderCases):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("accounts:cell", args=[valmorin.pk, "sector"])

    @pytest.fixture
    def payload(self):
        return {"value": "Laiterie"}

    @pytest.fixture
    def state(self, valmorin):
        return lambda: Account.objects.get(pk=valmorin.pk).sector

    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric)
        return eric


def test_a_card_stands_in_the_column_of_its_class(anne, david, valmorin):
    page = browser(anne)
    assert valmorin.name in page.get(reverse("accounts:board-cards", args=["standard"])).content.decode()
    qualification.decide_class(valmorin, kind="overridden", large=False, key=True, reason="Charter", by=david)
    assert valmorin.name in page.get(reverse("accounts:board-cards", args=["key"])).content.decode()
    assert valmorin.name not in page.get(reverse("accounts:board-cards", args=["standard"])).content.decode()
    assert page.get(reverse("accounts:board-cards", args=["nonsense"])).status_code == 404


def test_a_wrong_amount_is_said_beside_the_cell_and_nothing_is_written(anne, valmorin):
    url = reverse("accounts:cell", args=[valmorin.pk, "potential"])
    refused = browser(anne).post(url, {"value": "beaucoup"}, headers={"HX-Request": "true"})
    assert refused.status_code == 422
    assert "beaucoup" in refused.content.decode()
    assert Account.objects.get(pk=valmorin.pk).potential is None


@pytest.mark.parametrize("field", ["binned_at", "nonsense"])
def test_only_cells_of_the_list_can_be_changed(anne, valmorin, field):
    assert browser(anne).post(reverse("accounts:cell", args=[valmorin.pk, field]), {"value": "x"}).status_code == 404
