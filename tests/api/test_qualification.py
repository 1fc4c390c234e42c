"""Both axes over the API: same rights and same reasons as the pages."""

from datetime import date
from decimal import Decimal

import pytest

from kameo.accounts import domain
from kameo.contracts.records import INVOICES
from kameo.core.journal.models import Event
from kameo.qualification import domain as qualification
from kameo.qualification.choices import OBJECTIVES
from kameo.qualification.models import Alignment, ClassDecision, CriterionRating, Objective

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at(time_machine):
    time_machine.move_to("2026-06-15T10:00:00Z", tick=False)


@pytest.fixture
def image(david):
    return OBJECTIVES.add(by=david, name="Image", weight=Decimal(2))


@pytest.fixture
def reader(eric, valmorin, anne):
    domain.add_member(valmorin, user=eric, function="observer", by=anne)
    return eric


def bodies(image):
    return [
        ("put", "/scorecard", {"criterion": "revenue", "score": 4, "evidence": "Budget"}),
        ("put", "/alignments", {"objective_id": image.pk, "value": 2, "evidence": "Charter"}),
        ("post", "/decisions", {"kind": "accepted"}),
        ("post", "/class-proposals", {"large": True, "key": True, "reason": "Charter"}),
    ]


def test_strangers_get_404_everywhere(valmorin, chloe, david, image, api_as):
    row = qualification.decide_class(valmorin, kind="accepted", by=david)
    before = Event.objects.filter(account=valmorin).count()
    api = api_as(chloe)
    for path in ("qualification", "scorecard", "alignments", "decisions"):
        assert api.get(f"/accounts/{valmorin.pk}/{path}").status_code == 404
    for method, path, body in bodies(image):
        assert getattr(api, method)(f"/accounts/{valmorin.pk}{path}", body).status_code == 404
    ended = api.post(f"/accounts/{valmorin.pk}/decisions/{row.pk}/endings", {})
    assert ended.status_code == 404
    lists = api.get("/qualification/attention").json()
    assert set(map(len, lists.values())) == {0}
    assert (CriterionRating.objects.count(), Alignment.objects.count()) == (0, 0)
    assert Event.objects.filter(account=valmorin).count() == before


def test_readers_read_and_write_nothing(valmorin, reader, david, image, api_as):
    row = qualification.decide_class(valmorin, kind="accepted", by=david)
    api = api_as(reader)
    for path in ("qualification", "scorecard", "alignments", "decisions"):
        assert api.get(f"/accounts/{valmorin.pk}/{path}").status_code == 200
    for method, path, body in bodies(image):
        assert getattr(api, method)(f"/accounts/{valmorin.pk}{path}", body).status_code == 403
    assert api.post(f"/accounts/{valmorin.pk}/decisions/{row.pk}/endings", {}).status_code == 403
    for method, path, body in (
        ("post", "/objectives", {"name": "Mine"}),
        ("patch", f"/objectives/{image.pk}", {"weight": 5}),
        ("post", f"/objectives/{image.pk}/restorations", None),
        ("patch", "/criteria/1", {"weight": 5}),
    ):
        assert getattr(api, method)(path, body).status_code == 403, path
    assert api.delete(f"/objectives/{image.pk}").status_code == 403
    assert (CriterionRating.objects.count(), Alignment.objects.count()) == (0, 0)
    assert ClassDecision.objects.filter(ended_on=None).count() == Objective.objects.present().count() == 1


def test_rating_aligning_deciding(valmorin, anne, david, image, api_as):
    INVOICES.add(valmorin, by=None, number="F1", issued_on=date(2026, 3, 1), net=Decimal(150_000))
    api, path = api_as(anne), f"/accounts/{valmorin.pk}"
    card = api.put(f"{path}/scorecard", {"criterion": "revenue", "score": 3}).json()
    assert (card["score"], card["completeness"], card["gate"]) == (60, 30, 60)
    line = card["criteria"][0]
    assert (line["key"], line["score"], line["weight"], line["by_name"], line["accepted"]) == (
        "revenue",
        3,
        30,
        "Anne Delmas",
        True,
    )
    assert line["proposal"] == {"score": 3, "reason": line["evidence"]}
    assert [len(one["parts"]) for one in card["criteria"]] == [0, 0, 0, 4, 0]
    aligned = api.put(f"{path}/alignments", {"objective_id": image.pk, "value": 2, "evidence": "Charter"}).json()
    assert (aligned["score"], aligned["objectives"][0]["value"]) == (100, 2)
    assert api.post(f"{path}/decisions", {"kind": "accepted"}).status_code == 403
    made = api_as(david).post(f"{path}/decisions", {"kind": "overridden", "large": False, "reason": "One project"})
    assert (made.status_code, made.json()["class"], made.json()["due_on"]) == (201, "key", "2027-06-15")
    read = api.get(f"{path}/qualification").json()
    assert (read["class"], read["class_source"], read["computed_class"]) == ("key", "overridden", "large_key")
    assert [(one["axis"], one["criterion"], one["met"]) for one in read["reasons"]] == [
        ("large", "amount", True),
        ("large", "share", True),
        ("large", "scorecard", True),
        ("key", "alignment", True),
    ]
    ended = api_as(david).post(f"{path}/decisions/{made.json()['id']}/endings", {"reason": "Back"})
    assert (ended.status_code, ended.json()["in_force"], ended.json()["ended_reason"]) == (201, False, "Back")
    assert api.get(path).json()["class"] == "large_key"


def test_account_and_portrait_tell_both_axes(valmorin, anne, david, image, api_as):
    qualification.rate_alignment(valmorin, objective=image, value=1, by=anne)
    domain.change_account(valmorin, by=anne, watched=True, orientation="strategy", cadence_days=20)
    for read in (
        api_as(anne).get(f"/accounts/{valmorin.pk}").json(),
        api_as(anne).get(f"/accounts/{valmorin.pk}/portrait").json()["account"],
    ):
        assert (read["key"], read["computed_key"], read["alignment"], read["alignment_completeness"]) == (
            False,
            False,
            50,
            100,
        )
        assert (read["scorecard"], read["scorecard_completeness"]) == (None, 0)
        assert (read["orientation"], read["cadence_days"], read["watched"]) == ("strategy", 20, True)
        assert (read["class_reasons"][-1]["axis"], read["class_reasons"][-1]["value"]) == ("key", 50)


def test_as_of(valmorin, anne, david, image, api_as, time_machine):
    qualification.rate_alignment(valmorin, objective=image, value=2, by=anne)
    time_machine.move_to("2026-06-20T10:00:00Z", tick=False)
    qualification.rate_alignment(valmorin, objective=image, value=0, by=anne)
    path = f"/accounts/{valmorin.pk}/qualification"
    assert api_as(anne).get(path).json()["class"] == "standard"
    then = api_as(anne).get(path, as_of="2026-06-19").json()
    assert (then["class"], then["as_of"], then["alignment"]["score"]) == ("key", "2026-06-19", 100)


def test_objectives_are_written_removed_and_restored(valmorin, anne, david, api_as):
    api = api_as(david)
    made = api.post("/objectives", {"name": "Image", "weight": 2, "ends_on": "2027-12-31"})
    assert (made.status_code, made.json()["weight"], made.json()["ends_on"]) == (201, 2, "2027-12-31")
    path = f"/objectives/{made.json()['id']}"
    qualification.rate_alignment(valmorin, objective=Objective.objects.get(), value=2, by=anne)
    assert api.patch(path, {"weight": 3}).json()["weight"] == 3
    assert api.delete(path).status_code == 204
    assert api.get("/objectives").json()["items"] == []
    changes = api_as(anne).get("/objectives/changes").json()
    assert [(one["what"], [side["name"] for side in one["sides"]]) for one in changes] == [
        ("removed", ["Groupe Valmorin"]),
        ("changed", []),
        ("added", []),
    ]
    assert api.post(f"{path}/restorations").status_code == 201
    assert api_as(anne).get("/objectives").json()["items"][0]["name"] == "Image"
    assert api.post("/objectives", {"name": "X", "weight": 0}).status_code == 422
    refused = api.post("/objectives", {"name": "X", "starts_on": "2026-02-01", "ends_on": "2026-01-01"})
    assert (refused.status_code, refused.json()["code"]) == (422, "ends_before_start")


def test_criteria_are_listed_and_weighed(gilles, anne, api_as):
    rows = api_as(anne).get("/criteria").json()
    assert [(row["key"], row["weight"]) for row in rows if row["part_of_id"] is None] == [
        ("revenue", 30),
        ("complexity", 20),
        ("decision", 15),
        ("strategic", 20),
        ("long_term", 15),
    ]
    pk = rows[0]["id"]
    assert api_as(anne).patch(f"/criteria/{pk}", {"weight": 40}).status_code == 403
    assert api_as(gilles).patch(f"/criteria/{pk}", {"weight": 40}).json()["weight"] == 40
    refused = api_as(gilles).patch(f"/criteria/{pk}", {"steps": [1, 2]})
    assert (refused.status_code, refused.json()["code"]) == (422, "five_steps")


def test_attention_lists(valmorin, anne, david, api_as):
    domain.change_account(valmorin, by=anne, potential=Decimal(300_000), watched=True)
    read = api_as(anne).get("/qualification/attention").json()
    assert [(row["name"], [cause["code"] for cause in row["causes"]]) for row in read["candidates"]] == [
        ("Groupe Valmorin", ["potential"])
    ]
    assert [row["name"] for row in read["watch_list"]] == ["Groupe Valmorin"]
    assert read["dependence"] == read["decisions_due"] == read["no_longer_qualify"] == []


def test_what_is_wrong_is_named(valmorin, anne, image, api_as):
    api, path = api_as(anne), f"/accounts/{valmorin.pk}"
    for suffix, body, field in (
        ("/scorecard", {"score": 3}, "criterion_id"),
        ("/scorecard", {"criterion": "nothing", "score": 3}, "criterion_id"),
        ("/scorecard", {"criterion": "revenue", "score": 6}, "score"),
        ("/scorecard", {"criterion": "strategic", "score": 3}, "criterion"),
        ("/alignments", {"objective_id": 999_999, "value": 1}, "objective_id"),
        ("/alignments", {"objective_id": image.pk, "value": 3}, "value"),
    ):
        answer = api.put(f"{path}{suffix}", body)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field), body
    assert CriterionRating.objects.count() == Alignment.objects.count() == 0
