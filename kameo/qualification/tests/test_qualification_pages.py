"""Qualification in pages: who rates, decides, proposes; objectives and criteria with their preview; the hub."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember, AccountPulse
from kameo.core import clock
from kameo.core.journal.models import Event
from kameo.core.testing.cases import FragmentCases, ListCases, PageCases, ReaderCases, browser
from kameo.qualification.choices import OBJECTIVES
from kameo.qualification.domain.decisions import decide_class
from kameo.qualification.domain.ratings import rate_alignment, rate_criterion
from kameo.qualification.models import Alignment, ClassDecision, Criterion, CriterionRating, Objective

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading_eric(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    return eric


@pytest.fixture
def objective(david):
    return OBJECTIVES.add(by=david, name="Be the reference of cold", weight=Decimal(2))


@pytest.fixture
def complexity(db):
    return Criterion.objects.get(key="complexity")


class TestTab(PageCases):
    @pytest.fixture
    def url(self, valmorin, objective, complexity, anne):
        rate_criterion(valmorin, criterion=complexity, score=3, evidence="Nine entities", by=anne)
        rate_alignment(valmorin, objective=objective, value=2, evidence="Four dairies", by=anne)
        return reverse("qualification:account", args=[valmorin.pk])


class TestOverTime(FragmentCases):
    @pytest.fixture
    def url(self, valmorin, complexity, anne):
        rate_criterion(valmorin, criterion=complexity, score=3, by=anne)
        return reverse("qualification:class-history", args=[valmorin.pk])


class Writes(ReaderCases):
    @pytest.fixture
    def reader(self, reading_eric):
        return reading_eric

    @pytest.fixture
    def state(self, valmorin):
        def rows():
            found = [
                list(model.objects.order_by("pk").values())
                for model in (CriterionRating, Alignment, ClassDecision, Objective, Criterion)
            ]
            return found, Account.objects.values_list("watched", "orientation", "cadence_days").get(pk=valmorin.pk)

        return rows


class TestRate(Writes):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("qualification:rating", args=[valmorin.pk])

    @pytest.fixture
    def payload(self, complexity):
        return {"criterion": complexity.pk, "score": "4", "evidence": "Seen"}


class TestAlign(Writes):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("qualification:alignment", args=[valmorin.pk])

    @pytest.fixture
    def payload(self, objective):
        return {"objective": objective.pk, "value": "-1", "evidence": "Against"}


class TestPropose(Writes):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("qualification:class-propose", args=[valmorin.pk])

    @pytest.fixture
    def payload(self):
        return {"account_class": "key", "reason": "It opens its sector"}


class TestOrient(Writes):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("qualification:orientation", args=[valmorin.pk])

    @pytest.fixture
    def payload(self):
        return {"orientation": "strategy", "cadence_days": "21"}


class TestWatch(Writes):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("qualification:watch", args=[valmorin.pk])

    @pytest.fixture
    def payload(self):
        return {"watched": "1"}


class TestDecide(Writes):
    @pytest.fixture
    def member(self, david):
        return david

    @pytest.fixture
    def url(self, valmorin):
        return reverse("qualification:decision-new", args=[valmorin.pk])

    @pytest.fixture
    def payload(self):
        return {"kind": "overridden", "account_class": "large_key", "reason": "Reference of its sector"}


class TestEndDecision(Writes):
    @pytest.fixture
    def member(self, david):
        return david

    @pytest.fixture
    def url(self, valmorin, david):
        made = decide_class(valmorin, kind="accepted", by=david)
        return reverse("qualification:decision-end", args=[valmorin.pk, made.pk])


class TestSaveObjective(Writes):
    @pytest.fixture
    def member(self, david):
        return david

    @pytest.fixture
    def url(self):
        return reverse("qualification:objective-new")

    @pytest.fixture
    def payload(self):
        return {"name": "Open Iberia", "weight": "1,5"}


class TestRemoveObjective(TestSaveObjective):
    @pytest.fixture
    def url(self, objective):
        return reverse("qualification:objective-remove", args=[objective.pk])


class TestSaveCriterion(Writes):
    @pytest.fixture
    def member(self, gilles):
        return gilles

    @pytest.fixture
    def url(self, complexity):
        return reverse("qualification:criterion", args=[complexity.pk])

    @pytest.fixture
    def payload(self, complexity):
        anchors = {f"anchor_{n}": text for n, text in enumerate(complexity.anchors)}
        steps = {f"step_{n}": str(step) for n, step in enumerate(complexity.steps, start=1)}
        return {"name": complexity.name, "weight": "25", **anchors, **steps}


class TestRetireCriterion(TestSaveCriterion):
    @pytest.fixture
    def url(self, complexity):
        return reverse("qualification:criterion-retire", args=[complexity.pk])

    @pytest.fixture
    def payload(self):
        return {"retired": "1"}


class TestHub(ListCases):
    queries = 9  # session, user, frame, five lists, of which candidates and dependence read our total

    @pytest.fixture
    def url(self):
        return reverse("qualification:hub")

    @pytest.fixture
    def make_rows(self, valmorin):
        def make(count):
            for rank in range(count):
                Account.objects.create(name=f"P{rank}", parent=valmorin, potential=Decimal(200_000), watched=True)

        return make

    @pytest.fixture
    def hidden(self, valmorin):
        Account.objects.filter(pk=valmorin.pk).update(watched=True)
        return "Groupe Valmorin"


del Writes, ReaderCases, PageCases, ListCases, FragmentCases


def test_the_criterion_of_the_seeds_stays_translated_when_only_its_weight_changes(gilles, complexity):
    client = browser(gilles)
    page = client.get(reverse("qualification:criterion", args=[complexity.pk]))
    assert page.status_code == 200
    payload = TestSaveCriterion.payload.__wrapped__(None, complexity)
    assert client.post(reverse("qualification:criterion", args=[complexity.pk]), payload).status_code == 302
    after = Criterion.objects.get(pk=complexity.pk)
    assert (after.weight, after.name, after.anchors, after.steps) == (
        Decimal(25),
        complexity.name,
        complexity.anchors,
        complexity.steps,
    )


def test_preview_says_who_would_become_key_and_keeps_nothing(valmorin, david, anne, objective):
    rate_alignment(valmorin, objective=objective, value=1, by=anne)
    other = OBJECTIVES.add(by=david, name="Open Iberia", weight=Decimal(1))
    rate_alignment(valmorin, objective=other, value=2, by=anne)
    assert AccountPulse.objects.get(account=valmorin).key is True  # (2×1 + 1×2) / 3 / 2 = 66.67 ≥ 60
    before = Event.objects.count()
    url = reverse("qualification:objective", args=[other.pk])
    page = browser(david).post(url, {"name": other.name, "weight": "0,2", "preview": "1"}).content.decode()
    assert "1 account would no longer be key." in page
    assert "Groupe Valmorin" in page
    assert (Objective.objects.get(pk=other.pk).weight, Event.objects.count()) == (Decimal(1), before)
    same = browser(david).post(url, {"name": other.name, "weight": "1", "preview": "1"}).content.decode()
    assert "Nothing differs from what is kept." in same


def test_preview_of_a_hidden_account_is_a_number(valmorin, david, gilles, anne, objective, chloe):
    rate_alignment(valmorin, objective=objective, value=2, by=anne)
    page = browser(chloe).get(reverse("qualification:objectives")).content.decode()
    assert "Be the reference of cold" in page
    assert "Groupe Valmorin" not in page


def test_a_decision_shows_with_its_author_reason_and_expiry(valmorin, david, anne):
    expires = clock.company_today() + timedelta(days=19)
    client = browser(david)
    client.post(
        reverse("qualification:decision-new", args=[valmorin.pk]),
        {"kind": "overridden", "account_class": "key", "reason": "Joint factory", "expires_on": expires.isoformat()},
    )
    made = ClassDecision.objects.get()
    assert (made.large, made.key, made.by, made.expires_on) == (False, True, david, expires)
    page = browser(anne).get(reverse("qualification:account", args=[valmorin.pk])).content.decode()
    assert "Joint factory" in page
    assert "David Orsini" in page
    assert "Propose a class" in page
    assert "End the decision in force" not in page


def test_an_override_without_reason_is_refused_beside_its_field(valmorin, david):
    page = browser(david).post(
        reverse("qualification:decision-new", args=[valmorin.pk]), {"kind": "overridden", "account_class": "key"}
    )
    assert page.status_code == 422
    assert "Say why the computed class is set aside." in page.content.decode()
    assert not ClassDecision.objects.exists()


def test_a_kam_does_not_decide(valmorin, anne):
    refused = browser(anne).post(reverse("qualification:decision-new", args=[valmorin.pk]), {"kind": "accepted"})
    assert refused.status_code == 403
    assert not ClassDecision.objects.exists()


def test_undo_of_a_rating_gives_back_what_was_before(valmorin, anne, complexity):
    rate_criterion(valmorin, criterion=complexity, score=2, evidence="Two", by=anne)
    client = browser(anne)
    url = reverse("qualification:rating", args=[valmorin.pk])
    client.post(url, {"criterion": complexity.pk, "score": "5", "evidence": "Five"})
    client.post(url, {"criterion": complexity.pk, "score": "2", "evidence": "Two"})
    last = CriterionRating.objects.filter(account=valmorin).first()
    assert (last.score, last.evidence, CriterionRating.objects.count()) == (2, "Two", 3)


def test_a_past_day_shows_what_was_and_no_form(valmorin, anne, david):
    decide_class(valmorin, kind="overridden", key=True, reason="Now", by=david)
    day = (clock.company_today() - timedelta(days=3)).isoformat()
    page = browser(anne).get(reverse("qualification:account", args=[valmorin.pk]), {"as_of": day}).content.decode()
    assert "As it was at the end of" in page
    assert "Propose a class" not in page
    assert "Nobody decided yet" in page


def test_the_scorecard_is_for_administrators_and_directors(anne, gilles):
    url = reverse("qualification:scorecard")
    assert browser(anne).get(url).status_code == 403
    assert browser(gilles).get(url).status_code == 200


def test_hub_acts_settle(valmorin, david):
    row = Account.objects.create(name="Candidate", potential=Decimal(500_000))
    client, hub = browser(david), reverse("qualification:hub")
    assert "Candidate" in client.get(hub).content.decode()
    done = client.post(reverse("qualification:decision-new", args=[row.pk]), {"kind": "accepted", "next": hub})
    assert done["Location"] == hub
    assert ClassDecision.objects.get().account == row
    waiting = client.get(hub).content.decode().partition('id="candidates"')[2].partition("</section>")[0]
    assert "Candidate" not in waiting.replace("Candidates", "")


@pytest.mark.parametrize("rated", [0, 3])
def test_tab_costs_the_same(valmorin, anne, complexity, objective, rated, django_assert_max_num_queries):
    for score in range(rated):
        rate_criterion(valmorin, criterion=complexity, score=score, by=anne)
        rate_alignment(valmorin, objective=objective, value=score % 2, by=anne)
    client, url = browser(anne), reverse("qualification:account", args=[valmorin.pk])
    client.get(url)
    with django_assert_max_num_queries(12):
        assert client.get(url).status_code == 200
