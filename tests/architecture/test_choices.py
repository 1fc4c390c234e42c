"""What every list that a company edits keeps to: who edits it, order, retirement, new names, page and API."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kameo.core.choices import ALLOWED, GIVEN_BACK, REFUSED, ChoiceList, choice_lists
from kameo.core.choices.names import recognised
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.testing.api import ApiClient
from kameo.core.testing.cases import REFUSED as FORBIDDEN
from kameo.core.testing.cases import browser
from kameo.core.testing.choices import sample_option
from kameo.core.text import fold

pytestmark = pytest.mark.django_db
EVERY = choice_lists.keys()
PAGED = [key for key in EVERY if choice_lists[key].page]
ORDERED = [key for key in EVERY if choice_lists[key].rank]
RETIRABLE = [key for key in EVERY if choice_lists[key].retired]
SERVED = [key for key in EVERY if choice_lists[key].api]


class ChoiceCase:
    """One list: Gilles or David edits it, Éric and Chloé do not."""

    def __init__(self, choices: ChoiceList, editors: list[Any], others: list[Any]) -> None:
        self.choices, self.others = choices, others
        self.editor = next(user for user in editors if user.can(choices.right))

    def values(self, name: str = "Tout autre chose") -> dict[str, Any]:
        return sample_option(self.choices, name)

    def add(self, name: str = "Tout autre chose") -> Any:
        return self.choices.add(by=self.editor, **self.values(name))

    def order(self, row: Any) -> list[Any]:
        return list(self.choices.rows(self.choices.scope_of(row)).values_list("pk", flat=True))

    def state(self) -> Any:
        return list(self.choices.model._default_manager.order_by("pk").values()), Event.objects.count()

    def typed(self, name: str = "Tout autre chose") -> dict[str, Any]:
        return {key: value for key, value in self.values(name).items() if value not in (None, False)}


@pytest.fixture
def case(request: Any, gilles: Any, david: Any, eric: Any, chloe: Any) -> ChoiceCase:
    choices = choice_lists[request.param]
    return ChoiceCase(choices, [gilles, david], [user for user in (eric, chloe) if not user.can(choices.right)])


every = pytest.mark.parametrize("case", EVERY, indirect=True)


@every
def test_others_write_nothing(case: ChoiceCase) -> None:
    row = case.add()
    before = case.state()
    verbs: list[Any] = [
        lambda by: case.choices.add(by=by, **case.values("Encore une")),
        lambda by: case.choices.change(row, by=by, **{case.choices.label: "Encore"}),
        lambda by: case.choices.move(row, up=True, by=by),
        lambda by: case.choices.reorder([row], by=by),
        lambda by: case.choices.retire(row, by=by),
        lambda by: case.choices.restore(row, by=by),
        lambda by: case.choices.delete(row, by=by),
    ]
    for user in case.others:
        for verb in verbs:
            with pytest.raises(PermissionDenied):
                verb(user)
    assert case.state() == before


@every
def test_what_cannot_be_is_refused_and_nothing_written(case: ChoiceCase) -> None:
    row, label = case.add(), case.choices.label
    before = case.state()
    for given, code in (({label: "  "}, f"{label}_missing"), ({"colour": "red"}, "unknown_field")):
        with pytest.raises(DomainError) as refused:
            case.choices.add(by=case.editor, **{**case.values("Encore"), **given})
        assert refused.value.code == code
        with pytest.raises(DomainError) as refused:
            case.choices.change(row, by=case.editor, **given)
        assert refused.value.code == code
    assert case.state() == before


@every
def test_a_name_twice(case: ChoiceCase) -> None:
    row = case.add()
    if case.choices.doubles == GIVEN_BACK:
        assert case.add("tout  AUTRE chôse").pk == row.pk
    if case.choices.doubles == REFUSED:
        with pytest.raises(DomainError) as refused:
            case.add("tout autre chose")
        assert (refused.value.code, refused.value.field) == ("name_taken", case.choices.label)
    if case.choices.doubles != ALLOWED:
        other = case.add("Encore une")
        with pytest.raises(DomainError):
            case.choices.change(other, by=case.editor, **{case.choices.label: "TOUT AUTRE CHOSE"})


@every
def test_a_new_name_keeps_what_carries_it_and_the_old_one_is_recognised(case: ChoiceCase) -> None:
    row = case.add()
    renamed = case.choices.change(row, by=case.editor, **{case.choices.label: "Nouveau nom"})
    assert (renamed.pk, case.choices.name(renamed)) == (row.pk, "Nouveau nom")
    if case.choices.code:
        assert getattr(renamed, case.choices.code) == getattr(row, case.choices.code)
    found = recognised(case.choices, case.choices.scope_of(row))
    assert {found[fold(word)].pk for word in ("Tout autre chose", "NOUVEAU NOM")} == {row.pk}
    before = case.state()
    case.choices.change(renamed, by=case.editor, **{case.choices.label: case.choices.name(renamed)})
    assert case.state() == before


@every
def test_the_seeds_words_stay_the_seeds(case: ChoiceCase) -> None:
    row = case.choices.rows().first()
    if row is not None:
        before = case.state()
        case.choices.change(row, by=case.editor, **{case.choices.label: case.choices.name(row)})
        assert case.state() == before


@pytest.mark.parametrize("case", ORDERED, indirect=True)
def test_options_are_put_in_order(case: ChoiceCase) -> None:
    first, second = case.add(), case.add("Encore une")
    order = case.order(second)
    assert order[-2:] == [first.pk, second.pk]
    case.choices.move(second, up=True, by=case.editor)
    assert case.order(second) == [*order[:-2], second.pk, first.pk]
    before = case.state()
    case.choices.move(first, up=False, by=case.editor)  # the last one already
    assert case.state() == before
    case.choices.reorder([first], by=case.editor)
    assert case.order(first) == [first.pk, *order[:-2], second.pk]
    assert Event.objects.filter(type=case.choices.event).count() >= 2


@pytest.mark.parametrize("case", RETIRABLE, indirect=True)
def test_a_retired_option_is_kept_and_given_back(case: ChoiceCase) -> None:
    row = case.add()
    for verb, offered in ((case.choices.retire, False), (case.choices.restore, True)):
        count = Event.objects.filter(type=case.choices.event).count()
        row = verb(row, by=case.editor)
        assert case.choices.offered().filter(pk=row.pk).exists() == offered
        assert case.choices.rows().filter(pk=row.pk).exists()
        assert case.choices.is_retired(row) != offered
        assert Event.objects.filter(type=case.choices.event).count() == count + 1


@every
def test_what_cannot_be_retired_is_deleted(case: ChoiceCase) -> None:
    row = case.add()
    if case.choices.retired:
        with pytest.raises(DomainError) as refused:
            case.choices.delete(row, by=case.editor)
        assert refused.value.code == "retired_instead"
        return
    case.choices.delete(row, by=case.editor)
    assert not case.choices.rows().filter(pk=row.pk).exists()
    assert Event.objects.filter(type=case.choices.event_of("deleted")).count() == 1


@every
def test_a_failure_rolls_back_whole(case: ChoiceCase, monkeypatch: Any) -> None:
    case.add("Encore une")
    row = case.add()
    before = case.state()

    def fail(*arguments: Any) -> None:
        raise RuntimeError

    monkeypatch.setitem(case.choices.__dict__, "record", fail)
    verbs: list[Any] = [
        lambda: case.add("Encore"),
        lambda: case.choices.change(row, by=case.editor, **{case.choices.label: "Encore"}),
        lambda: (case.choices.retire if case.choices.retired else case.choices.delete)(row, by=case.editor),
    ]
    verbs += [lambda: case.choices.reorder([row], by=case.editor)] if case.choices.rank else []
    for verb in verbs:
        with pytest.raises(RuntimeError):
            verb()
    assert case.state() == before


@pytest.mark.parametrize("case", PAGED, indirect=True)
def test_the_settings_page(case: ChoiceCase) -> None:
    key, page = case.choices.key, browser(case.editor)
    address = reverse(f"choices:{key}")
    count = case.choices.rows().count()
    assert page.post(address, case.typed()).status_code == 302
    assert case.choices.rows().count() == count + 1
    row = case.choices.rows().order_by("-pk").first()
    assert "Tout autre chose" in page.get(address).text
    assert page.post(address, {**case.typed(), case.choices.label: ""}).status_code == 422
    one = reverse(f"choices:{key}-one", args=[row.pk])
    assert page.get(one).status_code == 200
    assert page.post(one, case.typed("Nouveau nom")).status_code == 302
    acts = [*(("up", "down") if case.choices.rank else ()), *(("retire", "restore") if case.choices.retired else ())]
    for act in acts:
        path = reverse(f"choices:{key}-act", args=[row.pk, act])
        assert page.post(path).status_code == 302
        assert "Nouveau nom" in page.get(address).text
    before = case.state()
    assert page.post(reverse(f"choices:{key}-act", args=[row.pk, "boil"])).status_code == 404
    for user in case.others:
        for path in (address, one, *(reverse(f"choices:{key}-act", args=[row.pk, act]) for act in acts)):
            assert browser(user).post(path, case.typed("Non")).status_code in FORBIDDEN
        assert browser(user).get(address).status_code in FORBIDDEN
    assert case.state() == before


@pytest.mark.parametrize("case", SERVED, indirect=True)
def test_the_api(case: ChoiceCase) -> None:
    api: Any = case.choices.api
    editor, path, label = ApiClient(case.editor), api.path, case.choices.label
    answer = editor.post(path, case.values())
    assert answer.status_code == 201
    one = f"{path}/{answer.json()['id']}"
    assert editor.patch(one, {label: "Nouveau nom"}).json()[label] == "Nouveau nom"
    assert editor.delete(one).status_code == 204
    clients = [ApiClient(user) for user in case.others]
    before = case.state()
    for other in clients:
        answers = [other.get(path), other.post(path, case.values("Non")), other.patch(one, {label: "Non"})]
        answers += [other.delete(one), other.post(f"{one}/restorations")]
        assert [answer.status_code for answer in answers] == [200, 403, 403, 403, 403]
    assert case.state() == before
    assert editor.post(f"{one}/restorations").json()[label] == "Nouveau nom"
    assert editor.get(f"{path}").status_code == 200
    assert editor.patch(f"{path}/{2**31 - 1}", {label: "Non"}).status_code == 404
