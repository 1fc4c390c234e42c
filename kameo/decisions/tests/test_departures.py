"""Somebody who counts leaves: the checklist opens by itself, is worked through, and can be taken back (R68)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import Person, Position
from kameo.core import clock, preferences
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.testing.cases import PageCases, ReaderCases, browser
from kameo.decisions.domain import alerts, checklists, departures, maps, stakes, successions, ties
from kameo.decisions.models import Departure, Stake
from kameo.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def pascal(anne, valmorin):
    """Technical director, champion, to whom Odile reports; Bruno keeps the relation."""
    return domain.create_person(
        account=valmorin,
        by=anne,
        first_name="Pascal",
        last_name="Quintrec",
        position={"title": "Directeur technique", "family": "technical", "level": "director"},
    )


@pytest.fixture
def odile(anne, valmorin, pascal):
    return domain.create_person(
        account=valmorin, by=anne, last_name="Odile", position={"reports_to": pascal.positions.get()}
    )


@pytest.fixture
def stake(anne, bruno, valmorin, pascal):
    return stakes.put_on_map(
        maps.main_map(valmorin, by=anne),
        person=pascal,
        by=anne,
        influence=4,
        stance="champion",
        roles=["technical-prescriber"],
        topics=["quality"],
        owner=bruno,
    )


@pytest.fixture
def gone(anne, odile, stake, pascal):
    """The departure that ending Pascal's position opens."""
    domain.end_position(pascal.positions.get(), on=clock.company_today(), by=anne, reason="left")
    return Departure.objects.get()


class TestOpening:
    def test_ending_the_position_of_a_champion_opens_the_whole_checklist(self, gone, bruno, valmorin, pascal):
        assert [task.code for task in gone.tasks.all()] == [
            "tell",
            "reports",
            "topics",
            "replace",
            "second",
            "rate",
            "review",
            "follow",
        ]
        assert {task.owner.first_name for task in gone.tasks.all()[1:]} == {"Bruno"}
        assert gone.tasks.get(code="tell").owner.first_name == "Anne"
        assert gone.tasks.get(code="tell").due_on == clock.company_today() + timedelta(days=2)
        assert (gone.account, gone.person, gone.was["cause"]) == (valmorin, pascal, "left")
        assert gone.was["maps"][0]["roles"] == ["technical-prescriber"]
        assert [one["name"] for one in gone.was["reports"]] == ["Odile"]
        assert Event.objects.filter(type="departure.opened", account=valmorin).count() == 1

    def test_what_was_carried_stays_when_the_map_changes(self, anne, gone, stake):
        stakes.change_stake(stake, by=anne, influence=1, stance="opponent", topics=[])
        gone.refresh_from_db()
        assert (gone.was["maps"][0]["influence"], gone.was["maps"][0]["topics"]) == (4, ["quality"])

    def test_the_lead_and_who_keeps_the_relation_are_told_not_who_did_it(self, gone):
        assert [row.user.first_name for row in Notification.objects.filter(kind="departure")] == ["Bruno"]

    @pytest.mark.parametrize(
        ("ratings", "opens"),
        [
            ({}, False),
            ({"influence": 2}, False),
            ({"influence": 3}, True),
            ({"roles": ["user"]}, True),
            ({"stance": "champion"}, True),
            ({"stance": "opponent"}, False),
        ],
    )
    def test_only_somebody_who_counts(self, anne, valmorin, pascal, ratings, opens):
        stakes.put_on_map(maps.main_map(valmorin, by=anne), person=pascal, by=anne, **ratings)
        domain.end_position(pascal.positions.get(), on=clock.company_today(), by=anne, reason="left")
        assert Departure.objects.exists() is opens

    def test_the_threshold_is_a_setting(self, anne, valmorin, pascal):
        preferences.set("departures.influence", 2, by=anne)
        stakes.put_on_map(maps.main_map(valmorin, by=anne), person=pascal, by=anne, influence=2)
        domain.end_position(pascal.positions.get(), on=clock.company_today(), by=anne, reason="left")
        assert Departure.objects.count() == 1

    def test_a_correction_or_a_second_post_there_opens_nothing(self, anne, valmorin, pascal, stake):
        other = domain.add_position(pascal, account=valmorin, by=anne, title="Membre du comité")
        domain.end_position(pascal.positions.get(title="Directeur technique"), on=clock.company_today(), by=anne)
        domain.end_position(other, on=clock.company_today(), by=anne, reason="correction")
        assert not Departure.objects.exists()

    def test_no_line_without_its_reason_to_be(self, anne, valmorin, pascal):
        stakes.put_on_map(maps.main_map(valmorin, by=anne), person=pascal, by=anne, influence=5)
        domain.end_position(pascal.positions.get(), on=clock.company_today(), by=anne, reason="retired")
        codes = list(Departure.objects.get().tasks.values_list("code", flat=True))
        assert codes == ["tell", "replace", "rate", "review"]

    def test_changing_employer_opens_it_at_the_former_one(self, anne, stake, pascal):
        from kameo.accounts.domain import create_account

        other = create_account(by=anne, name="Soréal")
        domain.change_employer(pascal, account=other, by=anne)
        assert [row.account.name for row in Departure.objects.all()] == ["Groupe Valmorin"]

    def test_reopening_the_position_cancels_it(self, anne, gone, pascal):
        domain.reopen_position(pascal.positions.get(), by=anne)
        gone.refresh_from_db()
        assert gone.cancelled_at is not None
        assert Event.objects.filter(type="departure.cancelled").count() == 1

    def test_one_at_a_time(self, anne, gone, valmorin, pascal):
        with pytest.raises(DomainError) as refused:
            departures.open_departure(pascal, account=valmorin, by=anne, cause="left")
        assert refused.value.code == "departure_open"
        assert Departure.objects.count() == 1


class TestLosingInfluence:
    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({"influence": 2}, 1),
            ({"influence": 3}, 0),
            ({"stance": "neutral"}, 1),
            ({"stance": "opponent"}, 1),
            ({"stance": "supporter"}, 0),
            ({"influence": 5}, 0),
            ({"influence": None}, 0),
        ],
    )
    def test_the_lead_is_told(self, anne, bruno, stake, fields, told):
        stakes.change_stake(stake, by=bruno, **fields)
        for event in Event.objects.filter(type="stake.changed"):
            alerts.tell_loss(event)
        found = Notification.objects.filter(kind="departure", user=anne)
        assert found.count() == told
        if told:
            assert "cause=influence" in found.get().url

    def test_its_checklist_asks_to_meet_and_to_find_a_second_champion(self, anne, valmorin, pascal, stake):
        row = departures.open_departure(pascal, account=valmorin, by=anne, cause="influence")
        assert list(row.tasks.values_list("code", flat=True)) == ["tell", "meet", "second", "rate"]


class TestWorkingThrough:
    def test_done_set_aside_added_closed_and_opened_again(self, anne, gone):
        first = gone.tasks.first()
        checklists.do_task(first, by=anne)
        added = checklists.add_task(gone, by=anne, text="Inviter Odile à la revue", due_on=date(2026, 12, 1))
        with pytest.raises(DomainError) as refused:
            departures.close_departure(gone, by=anne)
        assert refused.value.code == "tasks_left"
        for task in gone.tasks.exclude(pk__in=[first.pk, added.pk]):
            checklists.set_task_aside(task, by=anne, why="Poste supprimé")
        with pytest.raises(DomainError):
            departures.close_departure(gone, by=anne)
        checklists.do_task(added, by=anne)
        departures.close_departure(gone, by=anne)
        assert gone.closed_at is not None
        with pytest.raises(DomainError) as late:
            checklists.reopen_task(added, by=anne)
        assert late.value.code == "departure_over"
        departures.reopen_departure(gone, by=anne)
        assert gone.closed_at is None
        checklists.reopen_task(added, by=anne)
        assert (added.done_at, added.done_by) == (None, None)

    def test_a_line_is_set_aside_with_a_reason_only(self, anne, gone):
        with pytest.raises(DomainError) as refused:
            checklists.set_task_aside(gone.tasks.first(), by=anne, why="  ")
        assert refused.value.code == "reason_missing"
        assert gone.tasks.first().set_aside == ""

    def test_the_place_to_fill_is_drawn_and_taken_back(self, anne, gone, odile, valmorin):
        successions.expect_replacement(gone, by=anne)
        found = gone.replacement
        assert (found.kind, found.full_name) == ("placeholder", "Directeur technique")
        assert odile.positions.get().reports_to.person == found
        assert Stake.objects.get(person=found).roles == ["technical-prescriber"]
        assert gone.tasks.get(code="replace").done_at is not None
        successions.undo_replacement(gone, by=anne)
        assert odile.positions.get().reports_to.person == gone.person
        assert not Person.objects.visible_to(anne).filter(pk=found.pk).exists()
        gone.refresh_from_db()
        assert (gone.replacement, gone.tasks.get(code="replace").done_at) == (None, None)
        assert "placeholder" not in gone.was

    def test_a_report_who_takes_the_place_reports_no_more_to_the_post(self, anne, gone, odile, valmorin):
        yann = domain.create_person(account=valmorin, by=anne, last_name="Yann", position={"reports_to": gone.position})
        successions.name_replacement(gone, by=anne, person=odile)
        assert odile.positions.get().reports_to is None
        assert yann.positions.get().reports_to.person == odile
        successions.undo_replacement(gone, by=anne)
        assert yann.positions.get().reports_to == gone.position
        assert Person.objects.visible_to(anne).filter(pk=odile.pk).exists()

    def test_lines_between_people_are_remembered(self, anne, valmorin, stake, odile, pascal):
        other = stakes.put_on_map(stake.map, person=odile, by=anne)
        ties.draw_link(stake.map, source=stake, target=other, kind="influences", by=anne)
        domain.end_position(pascal.positions.get(), on=clock.company_today(), by=anne, reason="left")
        assert Departure.objects.get().was["maps"][0]["links"] == [{"kind": "influences", "out": True, "name": "Odile"}]


class TestPage(PageCases):
    @pytest.fixture
    def url(self, gone):
        return reverse("decisions:departure", args=[gone.pk])

    def test_it_says_what_is_left_in_few_queries(self, url, anne, django_assert_max_num_queries):
        page = browser(anne)
        page.get(url)
        with django_assert_max_num_queries(12):
            text = page.get(url).text
        assert "8 things left to do" in text
        assert "Pascal Quintrec leaves Groupe Valmorin" in text
        assert "Technical prescriber" in text

    def test_a_reader_sees_no_button(self, url, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric)
        text = browser(eric).get(url).text
        assert "Technical prescriber" in text
        assert "departure-tasks" not in text


class TestList(PageCases):
    @pytest.fixture
    def url(self, gone, valmorin):
        return reverse("decisions:departures", args=[valmorin.pk])

    def test_it_names_them(self, url, anne, gone):
        assert "1 departure to see through" in browser(anne).get(url).text
        departures.cancel_departure(gone, by=anne)
        assert "No departure to see through" in browser(anne).get(url).text


class Writes(ReaderCases):
    @pytest.fixture
    def state(self, gone):
        return lambda: (
            list(Departure.objects.values_list("closed_at", "cancelled_at", "replacement")),
            list(gone.tasks.values_list("done_at", "set_aside", "owner", "due_on")),
            Position.objects.filter(ends_on=None).count(),
        )

    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric)
        return eric


class TestCancel(Writes):
    @pytest.fixture
    def url(self, gone):
        return reverse("decisions:departure-cancel", args=[gone.pk])


class TestReopen(Writes):
    @pytest.fixture
    def url(self, gone, anne):
        departures.cancel_departure(gone, by=anne)
        return reverse("decisions:departure-reopen", args=[gone.pk])


class TestClose(Writes):
    @pytest.fixture
    def url(self, gone, anne):
        for task in gone.tasks.all():
            checklists.do_task(task, by=anne)
        return reverse("decisions:departure-close", args=[gone.pk])


class TestReplace(Writes):
    @pytest.fixture
    def url(self, gone):
        return reverse("decisions:departure-replace", args=[gone.pk])

    @pytest.fixture
    def payload(self, odile):
        return {"person": odile.pk}


class TestReplaceUndo(Writes):
    @pytest.fixture
    def url(self, gone, odile, anne):
        successions.name_replacement(gone, by=anne, person=odile)
        return reverse("decisions:departure-replace-undo", args=[gone.pk])


class TestTaskAdd(Writes):
    @pytest.fixture
    def url(self, gone):
        return reverse("decisions:departure-task-add", args=[gone.pk])

    @pytest.fixture
    def payload(self):
        return {"text": "Inviter Odile"}


class TestTaskEdit(Writes):
    @pytest.fixture
    def url(self, gone):
        return reverse("decisions:departure-task-edit", args=[gone.tasks.first().pk])

    @pytest.fixture
    def payload(self, bruno):
        return {"owner": bruno.pk, "due_on": "2026-12-24"}


class TestTaskDone(Writes):
    @pytest.fixture
    def url(self, gone):
        return reverse("decisions:departure-task-done", args=[gone.tasks.first().pk])


class TestTaskAside(Writes):
    @pytest.fixture
    def url(self, gone):
        return reverse("decisions:departure-task-aside", args=[gone.tasks.first().pk])

    @pytest.fixture
    def payload(self):
        return {"why": "Poste supprimé"}


class TestTaskReopen(Writes):
    @pytest.fixture
    def url(self, gone, anne):
        checklists.do_task(gone.tasks.first(), by=anne)
        return reverse("decisions:departure-task-reopen", args=[gone.tasks.first().pk])


class TestAnnounce(Writes):
    @pytest.fixture
    def gone(self, anne, stake, pascal, valmorin):
        row = departures.open_departure(pascal, account=valmorin, by=anne, cause="left")
        departures.cancel_departure(row, by=anne)
        return row

    @pytest.fixture
    def url(self, gone, pascal):
        return reverse("decisions:departure-new", args=[pascal.pk])

    @pytest.fixture
    def payload(self, valmorin):
        return {"account": valmorin.pk, "cause": "left", "on": "2026-12-31"}


del Writes
