"""The argument library: what the first day brings, what suits whom, who edits it (R64)."""

import pytest
from django.utils import translation

from kameo.contacts import domain as contacts
from kameo.core.choices.forms import ChoiceForm
from kameo.core.errors import DomainError
from kameo.decisions import domain
from kameo.decisions.arguments.library import SEEDS, argument_title, rank_arguments
from kameo.decisions.choices import ARGUMENTS, TERMS
from kameo.decisions.models import Argument, Term
from kameo.decisions.queries.arguments import arguments_for

pytestmark = pytest.mark.django_db


def test_the_first_day_brings_twelve_in_the_readers_language():
    assert (Argument.objects.count(), len(SEEDS)) == (12, 12)
    with translation.override("en"):
        titles = {argument_title(row) for row in Argument.objects.all()}
    assert titles == {seed.title for seed in SEEDS}


def test_the_most_keys_in_common_come_first():
    Argument.objects.all().delete()
    one = Argument.objects.create(title="A", text="a", role="user")
    two = Argument.objects.create(title="B", text="b", role="user", family="it")
    three = Argument.objects.create(title="C", text="c", motivation="budget")
    four = Argument.objects.create(title="D", text="d")
    five = Argument.objects.create(title="E", text="e", role="user", motivation="budget")
    found = rank_arguments([one, two, three, four, five], {"user"}, set(), {"it"})
    assert [match.argument for match in found] == [two, one, five, four]
    assert [(match.hits, match.missed) for match in found] == [(2, 0), (1, 0), (1, 1), (0, 0)]


def test_a_person_gets_those_of_their_roles_motivations_and_function(anne, chloe, valmorin):
    someone = contacts.create_person(
        account=valmorin, by=anne, last_name="Arnaud", position={"title": "DAF", "family": "finance"}
    )
    stake = domain.put_on_map(
        domain.main_map(valmorin, by=anne), person=someone, by=anne, roles=["economic-buyer"], motivations=["budget"]
    )
    with translation.override("en"):
        found = arguments_for(someone, anne)
        assert (found[0].title, found[0].why) == (
            "It pays for itself within the financial year",
            "Economic buyer · Budget · Finance",
        )
        assert found[1].title == "A cost that is known in advance"
        assert [one.id for one in arguments_for(stake, anne)] == [one.id for one in found]
    assert arguments_for(someone, chloe) == []


def test_an_argument_needs_a_title_words_and_known_keys(gilles):
    row = ARGUMENTS.add(by=gilles, title="Un seul interlocuteur", text="Nous répondons de tout.", role="user")
    row = ARGUMENTS.change(row, by=gilles, motivation="budget")
    assert (row.role, row.motivation) == ("user", "budget")
    for fields, code in (
        ({"title": " ", "text": "x"}, "title_missing"),
        ({"title": "x", "text": ""}, "text_missing"),
        ({"title": "x", "text": "x", "role": "roi"}, "unknown_choice"),
    ):
        with pytest.raises(DomainError) as refused:
            ARGUMENTS.add(by=gilles, **fields)
        assert refused.value.code == code


def test_typing_the_seeds_words_again_leaves_them_the_seeds(gilles):
    row = Argument.objects.order_by("id").first()
    with translation.override("fr"):
        assert ARGUMENTS.change(row, by=gilles, title=argument_title(row)).title == row.title


def test_a_retired_role_stays_with_the_argument_that_carries_it(gilles):
    row = ARGUMENTS.add(by=gilles, title="T", text="Dire ceci.", role="user", motivation="budget")
    TERMS.retire(Term.objects.get(list="role", code="user"), by=gilles)
    form = ChoiceForm(choices=ARGUMENTS, by=gilles, row=row)
    assert "user" in dict(form.fields["role"].choices)
    assert "user" not in dict(ChoiceForm(choices=ARGUMENTS, by=gilles).fields["role"].choices)
    given = {"title": "T", "text": "Dire cela.", "role": "user", "motivation": "budget"}
    saved = ChoiceForm(given, choices=ARGUMENTS, by=gilles, row=row)
    assert saved.is_valid()
    assert saved.save().role == "user"
