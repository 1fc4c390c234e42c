"""The pages and their files: who opens them, what they say, that nothing leaks, how many queries they ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember, RevenueDay
from kameo.accounts.pulse.refresh import refresh_pulse
from kameo.accounts.revenue.totals import refresh_totals
from kameo.core import clock
from kameo.core.testing.cases import ListCases, PageCases, ReaderCases, browser
from kameo.qualification import domain
from kameo.qualification.choices import OBJECTIVES
from kameo.qualification.models import BoxCell, BoxCriterion, BoxRating

pytestmark = pytest.mark.django_db
OPEN_PAGES = ("home", "pareto", "matrix", "nine-box")
SECRET = "Projet Lanterne"


def sold(account: Account, net: int) -> None:
    RevenueDay.objects.create(
        account=account, day=clock.company_today(), currency="EUR", net=net, reporting_net=net, documents=1
    )


@pytest.fixture
def portfolio(david: Any, valmorin: Account) -> Account:
    """Valmorin, large and key, and a confidential account that only directors see; both rated."""
    objective = OBJECTIVES.add(by=david, name="Être reconnu", weight=Decimal(1))
    secret = Account.objects.create(name=SECRET, confidential=True)
    for account, net in ((valmorin, 150_000), (secret, 50_000)):
        sold(account, net)
    refresh_totals()
    refresh_pulse(None)
    for account in (valmorin, secret):
        domain.rate_alignment(account, objective=objective, value=2, evidence="Vu.", by=david)
        for criterion in BoxCriterion.objects.all():
            domain.rate_box(account, criterion=criterion, score=4, by=david)
    return valmorin


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_a_director_reads_everything(name: str, david: Any, portfolio: Account) -> None:
    page = browser(david).get(reverse(f"insight:{name}")).content.decode()
    assert SECRET in page
    assert "kameo-chart" in page


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_others_read_what_they_see(
    name: str, anne: Any, helene: Any, chloe: Any, eric: Any, portfolio: Account
) -> None:
    for reader, sees in ((anne, True), (helene, True), (chloe, False), (eric, False)):
        response = browser(reader).get(reverse(f"insight:{name}"))
        page = response.content.decode()
        assert response.status_code == 200
        assert SECRET not in page
        assert ("Groupe Valmorin" in page) is sees


@pytest.mark.parametrize("name", ["pareto", "matrix", "nine-box"])
@pytest.mark.parametrize("form", ["csv", "svg", "png"])
def test_files_hold_what_their_reader_sees(
    name: str, form: str, david: Any, anne: Any, chloe: Any, portfolio: Account
) -> None:
    url = reverse(f"insight:{name}-export", args=[form])
    for reader, secret in ((david, form == "csv" or (form == "svg" and name != "pareto")), (anne, False)):
        response = browser(reader).get(url)
        body = response.getvalue()
        assert response.status_code == 200
        assert (SECRET.encode() in body) is secret
    response = browser(chloe).get(url)
    assert response.status_code == (200 if form == "csv" else 404)
    assert b"Valmorin" not in response.getvalue()


def test_no_such_form(david: Any, portfolio: Account) -> None:
    assert browser(david).get(reverse("insight:pareto-export", args=["pdf"])).status_code == 404


def test_the_csv_is_exact(david: Any, portfolio: Account) -> None:
    body = browser(david).get(reverse("insight:pareto-export", args=["csv"])).getvalue().decode()
    assert body.splitlines()[1:] == [
        f"1;{portfolio.pk};Groupe Valmorin;Large and key account;Anne Delmas;150000.00;75.0000;75.0000",
        f"2;{Account.objects.get(name=SECRET).pk};{SECRET};Key account;;50000.00;25.0000;100.0000",
    ]


def test_the_claim_is_told_as_a_claim(david: Any, portfolio: Account) -> None:
    page = browser(david).get(reverse("insight:pareto")).content.decode()
    assert "not verified" in page
    assert "we could not find" in page


def test_a_wrong_period_says_what_to_write(david: Any, portfolio: Account) -> None:
    client = browser(david)
    assert b"The period ends before it starts." in client.get("/insight/pareto/?from=2026-02-01&to=2026-01-01").content
    assert b"Write a date" in client.get("/insight/pareto/?from=hier").content


def test_the_past_is_read_only(anne: Any, portfolio: Account) -> None:
    page = browser(anne).get(reverse("insight:ratings", args=[portfolio.pk]) + "?as_of=2020-01-01").content.decode()
    assert "come back to today to rate" in page
    assert 'type="submit" class="btn primary"' not in page


class TestReasons(PageCases):
    @pytest.fixture
    def url(self, portfolio: Account) -> str:
        return reverse("insight:reasons", args=[portfolio.pk])

    def test_htmx_gets_the_bubble(self, url: str, anne: Any) -> None:
        response = browser(anne).get(url, headers={"HX-Request": "true"})
        assert b"<html" not in response.content
        assert b"100 points reach 60" in response.content


class TestRatingsPage(PageCases):
    @pytest.fixture
    def url(self, portfolio: Account) -> str:
        return reverse("insight:ratings", args=[portfolio.pk])


class TestRating(ReaderCases):
    @pytest.fixture
    def url(self, valmorin: Account) -> str:
        return reverse("insight:ratings", args=[valmorin.pk])

    @pytest.fixture
    def payload(self) -> dict[str, Any]:
        criterion = BoxCriterion.objects.get(key="box-share")
        return {f"score-{criterion.pk}": "4", f"evidence-{criterion.pk}": "Vu en revue."}

    @pytest.fixture
    def state(self) -> Callable[[], Any]:
        return lambda: list(BoxRating.objects.values_list("score", "evidence"))

    @pytest.fixture
    def reader(self, eric: Any, valmorin: Account) -> Any:
        AccountMember.objects.create(account=valmorin, user=eric, function="observer")
        return eric

    def test_what_is_kept(self, url: str, payload: Any, anne: Any, state: Any) -> None:
        browser(anne).post(url, payload)
        assert state() == [(4, "Vu en revue.")]


class TestCell(ReaderCases):
    @pytest.fixture
    def url(self) -> str:
        return reverse("insight:cell", args=[2, 2])

    @pytest.fixture
    def payload(self) -> dict[str, Any]:
        return {"name": "Nos piliers", "strategy": "", "service_level": ""}

    @pytest.fixture
    def state(self) -> Callable[[], Any]:
        return lambda: list(BoxCell.objects.values_list("name", flat=True))

    @pytest.fixture
    def member(self, david: Any) -> Any:
        return david

    @pytest.fixture
    def reader(self, eric: Any) -> Any:
        return eric


class PagesOfMany(ListCases):
    name: str

    @pytest.fixture
    def url(self) -> str:
        return reverse(f"insight:{self.name}")

    @pytest.fixture
    def member(self, david: Any) -> Any:
        return david

    @pytest.fixture
    def hidden(self, portfolio: Account) -> str:
        return SECRET

    @pytest.fixture
    def make_rows(self, david: Any) -> Callable[[int], Any]:
        def make(count: int) -> None:
            objective = OBJECTIVES.add(by=david, name="Être reconnu", weight=Decimal(1))
            for number in range(count):
                account = Account.objects.create(name=f"Client {number}")
                sold(account, 1_000)
                refresh_pulse([account.pk])
                domain.rate_alignment(account, objective=objective, value=2, evidence="", by=david)
                for criterion in BoxCriterion.objects.all():
                    domain.rate_box(account, criterion=criterion, score=3, by=david)

        return make


class TestPareto(PagesOfMany):
    name, queries = "pareto", 5


class TestMatrix(PagesOfMany):
    name, queries = "matrix", 9


class TestNineBox(PagesOfMany):
    name, queries = "nine-box", 9


class TestOverview(PagesOfMany):
    name, queries = "home", 9


@pytest.mark.parametrize("path", ["pareto", "matrix", "nine-box"])
def test_the_api_says_what_its_reader_sees(
    path: str, david: Any, anne: Any, chloe: Any, portfolio: Account, api_as: Any
) -> None:
    for reader, names in ((david, ["Groupe Valmorin", SECRET]), (anne, ["Groupe Valmorin"]), (chloe, [])):
        answer = api_as(reader).get(f"/insight/{path}")
        assert answer.status_code == 200
        assert [item["name"] for item in answer.json()["items"]] == names


def test_the_api_of_the_matrix(david: Any, anne: Any, portfolio: Account, api_as: Any) -> None:
    answer = api_as(david).get("/insight/matrix", **{"class": "large_key"}).json()
    assert [(item["name"], item["alignment"], item["revenue_12m"]) for item in answer["items"]] == [
        ("Groupe Valmorin", 100.0, 150_000.0)
    ]
    yesterday = (clock.company_today() - dt.timedelta(days=1)).isoformat()
    assert api_as(david).get("/insight/matrix", as_of=yesterday).json()["items"] == []
    assert api_as(anne).get("/insight/matrix").json()["items"][0]["revenue_share"] is None
    assert api_as(david).get("/insight/matrix", of="x").status_code == 422


def test_the_api_of_ratings(anne: Any, chloe: Any, eric: Any, portfolio: Account, api_as: Any) -> None:
    criterion = BoxCriterion.objects.get(key="box-share").pk
    path, body = f"/insight/nine-box/accounts/{portfolio.pk}", {"criterion_id": criterion, "score": 1}
    answer = api_as(anne).post(f"{path}/ratings", body)
    assert answer.status_code == 201
    line = next(line for line in answer.json()["lines"] if line["criterion_id"] == criterion)
    assert (line["mean"], line["spread"]) == (2.5, 3)
    before = BoxRating.objects.count()
    AccountMember.objects.create(account=portfolio, user=eric, function="observer")
    assert api_as(chloe).post(f"{path}/ratings", body).status_code == 404
    assert api_as(chloe).get(path).status_code == 404
    assert api_as(eric).post(f"{path}/ratings", body).status_code == 403
    assert api_as(eric).get(path).status_code == 200
    assert BoxRating.objects.count() == before


def test_the_api_of_pareto_refuses_a_reversed_period(david: Any, api_as: Any) -> None:
    answer = api_as(david).get("/insight/pareto", **{"from": "2026-02-01", "to": "2026-01-01"})
    assert (answer.status_code, answer.json()["code"]) == (422, "period_reversed")
