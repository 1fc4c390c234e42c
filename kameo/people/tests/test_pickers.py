"""Colleagues chosen by typing, among hundreds, without JavaScript."""

import pytest
from django import forms

from kameo.people.forms import TeamForm
from kameo.people.models import Team, User
from kameo.people.picking.colleague import ColleagueField

pytestmark = pytest.mark.django_db


class Form(forms.Form):
    who = ColleagueField(required=False)


def chosen(typed):
    form = Form({"who": typed})
    return form.cleaned_data["who"] if form.is_valid() else form.errors["who"].get_json_data()[0]["code"]


@pytest.fixture
def namesakes(anne):
    role = anne.role
    return [
        User.objects.create(first_name="Zoé", last_name="Quémener", email=f"zoe{n}@ardelane.test", role=role)
        for n in (1, 2)
    ]


def test_a_colleague_is_found_by_name_part_of_it_address_or_key(anne, bruno):
    assert chosen("Anne Delmas") == anne
    assert chosen("  delmas ANNE ") == anne
    assert chosen("delm") == anne
    assert chosen(anne.email.upper()) == anne
    assert chosen(str(bruno.pk)) == bruno
    assert chosen("") is None


@pytest.mark.parametrize("typed", ["Personne", "999999", "%", "9" * 40])
def test_nobody_is_guessed(anne, typed):
    assert chosen(typed) == "unknown"


def test_namesakes_are_told_apart_by_their_address(namesakes):
    assert chosen("zoe quemener") == "several"
    assert chosen("Zoé Quémener (zoe2@ardelane.test)") == namesakes[1]
    page = str(Form()["who"])
    assert '<option value="Zoé Quémener (zoe1@ardelane.test)"></option>' in page
    message = Form({"who": "quemener"}).errors["who"][0]
    assert "Zoé Quémener (zoe1@ardelane.test), Zoé Quémener (zoe2@ardelane.test)" in message


def test_those_who_left_and_the_one_left_out_are_not_offered(anne, bruno):
    bruno.is_active = False
    bruno.save()
    assert chosen("Bruno") == "unknown"
    assert "Bruno" not in str(Form()["who"])
    with pytest.raises(forms.ValidationError):
        ColleagueField(but=anne).clean("Anne Delmas")


def test_what_was_typed_comes_back_as_a_name(anne, django_assert_num_queries):
    form = Form({"who": str(anne.pk)})
    assert form.is_valid()
    with django_assert_num_queries(1):
        assert 'value="Anne Delmas"' in str(form["who"])
    assert 'value="Nobody at all"' in str(Form({"who": "Nobody at all"})["who"])


def test_a_team_shows_its_members_and_takes_others_by_name(anne, bruno, gilles):
    team = Team.objects.create(name="Ouest")
    team.members.add(anne)
    form = TeamForm(None, team=team)
    assert str(form["members"]).count("checkbox") == 1
    form = TeamForm({"name": "Ouest", "members": [anne.pk], "new_1": bruno.full_name}, team=team)
    assert form.is_valid()
    assert form.save(gilles)
    assert set(team.members.all()) == {anne, bruno}
    form = TeamForm({"name": "Ouest", "members": [bruno.pk]}, team=team)
    assert form.is_valid()
    assert form.save(gilles)
    assert set(team.members.all()) == {bruno}
