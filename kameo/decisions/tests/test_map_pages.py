"""The pages of a decision map: who opens them, what they say, how many queries, whatever the number of people."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember
from kameo.contacts import domain as contacts
from kameo.contacts.models import Position
from kameo.core import clock
from kameo.core.testing.cases import PageCases, browser
from kameo.decisions import domain
from kameo.decisions.models import DecisionMap, InfluenceLink, Stake
from kameo.decisions.records import MAPS

pytestmark = pytest.mark.django_db
VIEWS = ("", "org", "matrix", "list")


def somebody(account, by, name, boss=None, **more):
    return contacts.create_person(
        account=account,
        by=by,
        last_name=name,
        position={"title": f"Titre de {name}", "reports_to": boss.positions.get() if boss else None},
        **more,
    )


@pytest.fixture
def committee(anne, valmorin):
    """Dubreucq above Quintrec and Hamdaoui; a role to identify; one line of influence."""
    head = somebody(valmorin, anne, "Dubreucq")
    two = [somebody(valmorin, anne, name, head) for name in ("Quintrec", "Hamdaoui")]
    contacts.create_person(account=valmorin, by=anne, kind="placeholder", label="Direction juridique")
    own = domain.main_map(valmorin, by=anne)
    ratings = {"influence": 4, "stance": "champion", "roles": ["technical-prescriber"]}
    stakes = [
        domain.put_on_map(own, person=head, by=anne, influence=5, stance="neutral", roles=["final-decider"]),
        domain.put_on_map(own, person=two[0], by=anne, **ratings),
        domain.put_on_map(own, person=two[1], by=anne, influence=2, stance="opponent"),
    ]
    domain.draw_link(own, source=stakes[2], target=stakes[0], kind="blocks", label="freine le projet", by=anne)
    return [head, *two]


@pytest.fixture
def reader(eric, valmorin):
    AccountMember.objects.create(account=valmorin, user=eric)
    return eric


class TestPage(PageCases):
    @pytest.fixture(params=VIEWS)
    def url(self, request, valmorin, committee):
        return reverse("decisions:map", args=[valmorin.pk]) + f"?view={request.param}"


class TestNamed(PageCases):
    @pytest.fixture
    def url(self, anne, valmorin):
        return reverse("decisions:map-one", args=[MAPS.add(valmorin, by=anne, name="Affaire").pk])


@pytest.mark.parametrize("name", ["map-svg", "map-pdf", "map-days", "map-line"])
def test_a_stranger_gets_nothing(name, chloe, valmorin, committee):
    assert browser(chloe).get(reverse(f"decisions:{name}", args=[valmorin.pk])).status_code == 404


@pytest.mark.parametrize("name", ["map", "map-svg", "map-pdf", "map-days"])
def test_a_map_of_somebody_else_is_not_reached_by_its_number(name, anne, chloe, valmorin):
    other = Account.objects.create(name="Ailleurs", kind="group", status="active")
    AccountMember.objects.create(account=other, user=chloe, function="lead")
    secret = MAPS.add(other, by=chloe, name="Secret")
    found = browser(anne).get(reverse(f"decisions:{name}", args=[valmorin.pk]), {"map": secret.pk})
    assert found.status_code == (200 if name == "map" else 404)
    assert browser(anne).get(reverse("decisions:map-one", args=[secret.pk])).status_code == 404


def test_reading_an_empty_map_creates_nothing_and_says_what_to_do(anne, valmorin):
    text = browser(anne).get(reverse("decisions:map", args=[valmorin.pk])).text
    assert reverse("contacts:new", args=[valmorin.pk]) in text
    assert '<svg class="org"' not in text
    assert DecisionMap.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("view", VIEWS)
def test_twelve_queries_at_most_whatever_the_people(view, count, anne, valmorin, django_assert_max_num_queries):
    own = domain.main_map(valmorin, by=anne)
    for number in range(count):
        domain.put_on_map(own, person=somebody(valmorin, anne, f"Nom{number}"), by=anne, influence=3)
    client, url = browser(anne), reverse("decisions:map", args=[valmorin.pk]) + f"?view={view}"
    client.get(url)
    with django_assert_max_num_queries(12):
        assert client.get(url).status_code == 200


def test_the_chart_draws_people_roles_lines_and_their_words(anne, valmorin, committee):
    text = browser(anne).get(reverse("decisions:map", args=[valmorin.pk])).text
    cards = re.findall(r'id="(n\d+)" role="treeitem" aria-level="(\d)"', text)
    head, one, two = (f"n{person.pk}" for person in committee)
    assert dict(cards)[head] == "1"
    assert {dict(cards)[one], dict(cards)[two]} == {"2"}
    assert len(cards) == 4
    assert f'data-above="{head}"' in text
    assert 'class="pcard champ guess"' in text  # nothing proves it yet
    assert 'class="pcard unk"' in text
    assert '<g class="tie blocks"' in text
    assert "freine le projet" in text


def test_folding_hides_the_branch_and_says_how_many(anne, valmorin, committee):
    text = (
        browser(anne).get(reverse("decisions:map", args=[valmorin.pk]), {"view": "org", "closed": committee[0].pk}).text
    )
    assert f'id="n{committee[1].pk}"' not in text
    assert 'aria-expanded="false"' in text
    assert " data-count " in text


def test_a_reader_sees_and_has_no_handle(reader, valmorin, committee):
    page = browser(reader)
    for view in VIEWS:
        text = page.get(reverse("decisions:map", args=[valmorin.pk]), {"view": view}).text
        assert "Quintrec" in text
        assert [word in text for word in ("data-place=", "data-manager=", 'draggable="true"', "data-rate")] == [
            False
        ] * 4
        assert "/map/lines/" not in text


def test_names_are_escaped_wherever_they_are_drawn(anne, valmorin):
    person = contacts.create_person(account=valmorin, by=anne, last_name='<b>"Ça"</b>', position={"title": "<i>'&</i>"})
    own = domain.main_map(valmorin, by=anne)
    other = domain.put_on_map(own, person=somebody(valmorin, anne, "Roy"), by=anne)
    stake = domain.put_on_map(own, person=person, by=anne)
    domain.draw_link(own, source=stake, target=other, kind="trusts", label="<u>lien</u>", by=anne)
    page = browser(anne)
    for view in VIEWS:
        text = page.get(reverse("decisions:map", args=[valmorin.pk]), {"view": view}).text
        assert [raw in text for raw in ('<b>"Ça', "<i>'&", "<u>lien")] == [False, False, False]
    drawing = page.get(reverse("decisions:map-svg", args=[valmorin.pk])).content.decode()
    assert ElementTree.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own


def test_a_past_day_is_read_only(anne, valmorin, committee):
    yesterday = clock.company_today() - timedelta(days=1)
    text = browser(anne).get(reverse("decisions:map", args=[valmorin.pk]), {"as_of": yesterday.isoformat()}).text
    assert "data-place=" not in text
    assert reverse("decisions:map", args=[valmorin.pk]) + '"' in text


def test_a_past_day_does_not_say_that_nobody_was_ever_met(anne, valmorin):
    """Contacts are kept as of now only: on a past day they are not known, which is not the same as never."""
    person = contacts.create_person(account=valmorin, by=anne, last_name="Roy", position={"title": "DAF"})
    person.positions.update(starts_on=date(2020, 1, 1))
    domain.main_map(valmorin, by=anne)
    url = reverse("decisions:map", args=[valmorin.pk])
    yesterday = clock.company_today() - timedelta(days=1)
    now, past = browser(anne).get(url).text, browser(anne).get(url, {"as_of": yesterday.isoformat()}).text
    assert ("never" in now, "never" in past) == (True, False)
    assert past.count("n/a") > now.count("n/a")


def test_the_list_filters_sorts_and_leads_to_each_act(anne, valmorin, committee):
    page, url = browser(anne), reverse("decisions:map", args=[valmorin.pk])
    names = lambda text: re.findall(r'<tr id="n\d+"[^>]*>\s*<th scope="row">.*?title="([^"]+)"', text)  # noqa: E731
    sorted_down = page.get(url, {"view": "list", "sort": "-influence"}).text
    assert names(sorted_down) == ["Dubreucq", "Quintrec", "Hamdaoui", "Direction juridique"]
    assert names(page.get(url, {"view": "list", "stance": "opponent"}).text) == ["Hamdaoui"]
    assert names(page.get(url, {"view": "list", "role": "final-decider"}).text) == ["Dubreucq"]
    assert names(page.get(url, {"view": "list", "only": "unknown"}).text) == ["Direction juridique"]
    assert names(page.get(url, {"view": "list", "q": "hamd"}).text) == ["Hamdaoui"]
    stake = Stake.objects.get(person=committee[1])
    assert reverse("decisions:stake-edit", args=[stake.pk]) in sorted_down
    assert reverse("decisions:position-manager", args=[Position.objects.get(person=committee[1]).pk]) in sorted_down
    assert reverse("decisions:link-edit", args=[InfluenceLink.objects.get().pk]) in sorted_down


def test_everybody_stands_in_one_cell_of_the_matrix(anne, valmorin, committee):
    text = browser(anne).get(reverse("decisions:map", args=[valmorin.pk]), {"view": "matrix"}).text
    chips = re.findall(r'class="mchip[^"]*"\s+data-person="(\d+)" data-influence="(\d?)"\s+data-stance="(\w*)"', text)
    head, one, two = (str(person.pk) for person in committee)
    assert {(head, "5", "neutral"), (one, "4", "champion"), (two, "2", "opponent")} < set(chips)
    assert len(chips) == 4


def test_nonsense_in_the_address_opens_the_map(anne, valmorin, committee):
    asked = {
        "view": "x",
        "as_of": "2026-13-40",
        "focus": "é",
        "closed": "1,a,,99999999999999999999",
        "page": "0",
        "entity": "-1",
    }
    assert browser(anne).get(reverse("decisions:map", args=[valmorin.pk]), asked).status_code == 200


def test_the_saved_drawing_holds_text_and_shapes_alone(anne, valmorin, committee):
    answer = browser(anne).get(reverse("decisions:map-svg", args=[valmorin.pk]))
    assert answer["Content-Type"] == "image/svg+xml"
    root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "rect", "g", "path", "text", "circle", "ellipse"}
    words = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Dubreucq", "Quintrec", "Hamdaoui", "Direction juridique", "freine le projet"} <= words
    assert not any("class" in element.attrib or "style" in element.attrib for element in root.iter())


@pytest.mark.parametrize(("paper", "width"), [("a3", 1190.55), ("a4", 841.89)])
def test_the_document_is_one_sheet_in_landscape(paper, width, anne, valmorin, committee):
    body = browser(anne).get(reverse("decisions:map-pdf", args=[valmorin.pk]), {"paper": paper}).content
    assert body.startswith(b"%PDF-")
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+)", body)
    assert [round(float(box), 2) for box in boxes] == [width]


def test_the_days_of_the_slider_are_those_of_changes(anne, valmorin, committee):
    text = browser(anne).get(reverse("decisions:map-days", args=[valmorin.pk])).text
    assert reverse("decisions:map", args=[valmorin.pk]) not in text  # one day only: nothing to slide over
    position = Position.objects.get(person=committee[0])
    position.starts_on = clock.company_today() - timedelta(days=40)
    position.save()
    text = browser(anne).get(reverse("decisions:map-days", args=[valmorin.pk])).text
    assert f'data-days="{position.starts_on.isoformat()} ' in text
