"""What is lost if somebody leaves: the same figures as coverage, computed without them (idea 2)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.core import clock
from kameo.core.journal.models import Event
from kameo.core.testing.cases import PageCases, browser
from kameo.decisions.domain import maps, stakes, ties
from kameo.decisions.queries import read_map
from kameo.insight.coverage import coverage_of
from kameo.insight.departures import without_colleague, without_person
from kameo.insight.departures.colleague import people_met
from kameo.insight.departures.paths import cut_off, path_graph, reached_people
from kameo.insight.departures.reading import exchanges_with, read_without
from kameo.insight.strength import refresh_people
from kameo.interactions.domain import log_interaction

WE, YOU = ("ours", 1), ("ours", 2)
ANN, BOB, CAT, DAN = (("theirs", pk) for pk in (1, 2, 3, 4))


class TestPaths:
    def test_who_is_only_reached_through_somebody_is_cut_off(self):
        graph = path_graph([(WE, ANN), (ANN, BOB), (BOB, CAT), (YOU, DAN)])
        assert reached_people(graph) == {1, 2, 3, 4}
        assert cut_off(graph, ANN) == {2, 3}
        assert cut_off(graph, BOB) == {3}
        assert cut_off(graph, CAT) == set()
        assert cut_off(graph, YOU) == {4}

    def test_a_second_path_saves_them(self):
        graph = path_graph([(WE, ANN), (ANN, BOB), (YOU, BOB)])
        assert cut_off(graph, ANN) == set()

    def test_nobody_reached_nothing_lost(self):
        assert cut_off(path_graph([(ANN, BOB)]), ANN) == set()
        assert cut_off({}, ANN) == set()


@pytest.fixture
def people(anne, valmorin):
    """Pascal (technical director), Odile who reports to him, Marc (finance): on the main map."""
    made = {}
    posts = {
        "Pascal": {"title": "Directeur technique", "family": "technical", "level": "director"},
        "Odile": {"title": "Ingénieure", "family": "technical", "level": "manager"},
        "Marc": {"title": "Directeur financier", "family": "finance", "level": "director"},
    }
    for name, post in posts.items():
        made[name] = domain.create_person(account=valmorin, by=anne, last_name=name, position=post)
    odile = made["Odile"].positions.get()
    domain.change_position(odile, by=anne, reports_to=made["Pascal"].positions.get())
    return made


@pytest.fixture
def known(anne, bruno, valmorin, people):
    """Anne met Pascal and Marc often, Bruno met Marc too; Odile is only led to by Pascal."""
    board = maps.main_map(valmorin, by=anne)
    ratings = {
        "Pascal": {
            "influence": 5,
            "stance": "champion",
            "roles": ["technical-prescriber"],
            "topics": ["quality", "price"],
            "owner": anne,
        },
        "Odile": {"influence": 2, "stance": "neutral", "topics": ["price"]},
        "Marc": {"influence": 4, "stance": "sceptic", "roles": ["economic-buyer"], "topics": ["deadlines"]},
    }
    found = {name: stakes.put_on_map(board, person=people[name], by=anne, **one) for name, one in ratings.items()}
    ties.draw_link(board, source=found["Pascal"], target=found["Marc"], kind="influences", by=anne)
    for days in (5, 20, 35, 60):
        at = clock.now() - timedelta(days=days)
        log_interaction(account=valmorin, by=anne, kind="meeting", text="Revue", at=at, persons=[people["Pascal"]])
        log_interaction(
            account=valmorin, by=anne, kind="meeting", text="Revue", at=at, persons=[people["Marc"]], colleagues=[bruno]
        )
    refresh_people([one.pk for one in people.values()])
    return found


def simulated(valmorin, anne, person):
    view = read_map(valmorin, anne)
    exchanges = exchanges_with({card.person_id for card in view.cards})
    before = coverage_of(valmorin, anne)[1]
    return without_person(view, before, exchanges, person.pk)


@pytest.mark.django_db
class TestPerson:
    def test_every_figure_is_that_of_coverage_once_they_left(self, anne, valmorin, people, known):
        """The simulation says today what coverage will say the day after."""
        loss = simulated(valmorin, anne, people["Pascal"])
        domain.end_position(people["Pascal"].positions.get(), on=clock.company_today(), by=anne, reason="left")
        real = coverage_of(valmorin, anne)[1]
        for change in loss.changes:
            if change.code == "mapped":
                assert (change.before.value, change.after.value) == (3, len(real.mapped))
            else:
                assert change.after.value == getattr(real, change.code).value, change.code

    def test_what_only_they_carried(self, anne, valmorin, people, known):
        loss = simulated(valmorin, anne, people["Pascal"])
        assert (loss.topics, loss.roles) == (("quality",), ("technical-prescriber",))
        assert [one.place.code for one in loss.before.places if one.place.name in loss.seats] == [
            "technical-prescriber",
            "champion",
        ]
        assert [one.name for one in loss.reports] == ["Odile"]
        assert len(loss.links) == 1

    def test_whom_only_they_led_to(self, anne, valmorin, people, known):
        loss = simulated(valmorin, anne, people["Pascal"])
        assert loss.cut == (people["Odile"].pk,)
        assert simulated(valmorin, anne, people["Marc"]).cut == ()

    def test_who_could_take_over_and_why(self, anne, valmorin, people, known):
        loss = simulated(valmorin, anne, people["Pascal"])
        first = loss.successors[0]
        assert first.card.name == "Odile"
        assert [code for code, _about in first.reasons] == ["family", "entity", "reports"]
        assert first.points == 6
        assert "Marc" not in [one.card.name for one in loss.successors]  # against us

    def test_threads_and_support(self, anne, valmorin, people, known):
        loss = simulated(valmorin, anne, people["Pascal"])
        moved = {one.code: (one.before.value, one.after.value) for one in loss.changes}
        assert moved["threads"] == (2, 1)
        assert moved["support"] == (Decimal("0.09"), Decimal("-0.67"))
        assert moved["status"] == (3, 2)


@pytest.mark.django_db
class TestColleague:
    def lost(self, valmorin, anne, colleague, active):
        view = read_map(valmorin, anne)
        people = {card.person_id for card in view.cards}
        recent = exchanges_with(people)
        return without_colleague(
            view,
            coverage_of(valmorin, anne)[1],
            recent,
            colleague.pk,
            active=[one.pk for one in active],
            without=read_without(colleague.pk, people_met(recent, colleague.pk)),
        )

    def test_with_whom_nobody_else_speaks(self, anne, bruno, valmorin, people, known):
        loss = self.lost(valmorin, anne, anne, [anne, bruno])
        assert loss.alone == (people["Pascal"].pk,)
        assert [card.name for card in loss.held] == ["Pascal"]
        assert loss.cut == ()  # Bruno knows Marc, whom Pascal influences
        threads = next(one for one in loss.changes if one.code == "threads")
        assert (threads.before.value, threads.after.value) == (2, 1)

    def test_who_speaks_with_them_already_is_a_fact(self, anne, bruno, valmorin, people, known):
        loss = self.lost(valmorin, anne, anne, [anne, bruno])
        assert [(one.colleague_id, one.persons) for one in loss.knowers] == [(bruno.pk, (people["Marc"].pk,))]

    def test_the_one_who_only_came_along_is_not_missed(self, anne, bruno, valmorin, people, known):
        loss = self.lost(valmorin, anne, bruno, [anne, bruno])
        assert (loss.alone, loss.held, loss.cut) == ((), (), ())
        threads = next(one for one in loss.changes if one.code == "threads")
        assert threads.before.value == threads.after.value == 2


class TestPage(PageCases):
    @pytest.fixture
    def url(self, valmorin, known):
        return reverse("insight:departure", args=[valmorin.pk])

    def test_choosing_a_person_says_what_is_left(self, url, anne, people, django_assert_max_num_queries):
        page = browser(anne)
        before = Event.objects.count()
        page.get(url)
        with django_assert_max_num_queries(12):
            text = page.get(url, {"person": people["Pascal"].pk}).text
        assert "If Pascal leaves, Groupe Valmorin keeps 1 thread of 2" in text
        assert "Who could take over" in text
        assert Event.objects.count() == before

    def test_choosing_a_colleague(self, url, anne, bruno, django_assert_max_num_queries):
        page = browser(anne)
        page.get(url)
        with django_assert_max_num_queries(12):
            text = page.get(url, {"colleague": anne.pk}).text
        assert "If Anne Delmas leaves us, 1 person has nobody left of ours to speak with" in text
        assert "nobody else of ours spoke with them" in text

    @pytest.mark.parametrize("query", [{"person": 10**9}, {"colleague": 10**9}])
    def test_nobody_of_that_number(self, url, anne, query):
        assert browser(anne).get(url, query).status_code == 404

    @pytest.mark.parametrize("query", [{"person": "x"}, {"person": "9" * 40}, {}])
    def test_nobody_chosen_offers_the_choice(self, url, anne, query):
        assert "What would we lose if somebody left?" in browser(anne).get(url, query).text

    def test_a_reader_reads_and_opens_no_checklist(self, url, eric, valmorin, people):
        AccountMember.objects.create(account=valmorin, user=eric)
        text = browser(eric).get(url, {"person": people["Pascal"].pk}).text
        assert "Who could take over" in text
        assert "departures/new" not in text

    def test_a_map_of_nobody_says_what_to_do(self, anne, valmorin):
        text = browser(anne).get(reverse("insight:departure", args=[valmorin.pk])).text
        assert "Nobody is on the decision map yet" in text
