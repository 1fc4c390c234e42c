"""The two clocks of a person (c-10, c-18): what moves them, and that a rebuild gives what the verbs gave."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kameo.accounts.models import AccountPulse
from kameo.contacts import domain as people
from kameo.contacts.models import Person, PersonPulse
from kameo.core import clock, preferences
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.interactions import domain
from kameo.interactions.models import Interaction, Participant
from kameo.interactions.rebuild import rebuild_clocks
from kameo.interactions.records import INTERACTIONS

pytestmark = pytest.mark.django_db
CLOCKS = ("last_contact_at", "last_from_them_at", "last_two_way_at", "first_contact_at", "interactions")


@pytest.fixture
def isabelle(anne: Any, valmorin: Any) -> Person:
    return people.create_person(account=valmorin, by=anne, first_name="Isabelle", last_name="Roquemaure")


@pytest.fixture
def luc(anne: Any, valmorin: Any) -> Person:
    return people.create_person(account=valmorin, by=anne, first_name="Luc", last_name="Arnaud")


def of(person: Person) -> tuple[Any, ...]:
    row = PersonPulse.objects.filter(person=person).values_list(*CLOCKS).first()
    return row or (None, None, None, None, 0)


def days(number: float) -> Any:
    return clock.now().replace(microsecond=0) - timedelta(days=number)


def test_participants_are_written_and_named_everywhere(anne: Any, bruno: Any, valmorin: Any, isabelle: Any) -> None:
    row = domain.log_interaction(
        account=valmorin,
        by=anne,
        kind="meeting",
        text="Budget",
        direction="both",
        persons=[isabelle],
        colleagues=[bruno, anne],
        occasion="review",
    )
    assert list(row.participants.values_list("person", "colleague")) == [(isabelle.pk, None), (None, bruno.pk)]
    event = Event.objects.get(type="interaction.recorded")
    assert event.data == {"kind": "meeting", "at": row.at.isoformat(), "persons": [isabelle.pk]}
    assert of(isabelle) == (row.at, row.at, row.at, row.at, 1)


@pytest.mark.parametrize(
    ("kind", "direction", "occasion", "moved"),
    [
        ("note", "out", "", (0, 0, 0)),
        ("mail", "out", "", (1, 0, 0)),
        ("mail", "in", "", (1, 1, 0)),
        ("mail", "both", "", (1, 1, 1)),
        ("call", "out", "", (1, 0, 1)),
        ("call", "in", "", (1, 1, 1)),
        ("meeting", "out", "", (1, 1, 1)),
        ("mail", "out", "bulk", (0, 0, 0)),
        ("mail", "in", "automatic", (0, 0, 0)),
        ("mail", "in", "bounce", (0, 0, 0)),
        ("mail", "in", "survey", (1, 1, 0)),
    ],
)
def test_what_moves_which_clock(
    anne: Any, valmorin: Any, isabelle: Any, kind: str, direction: str, occasion: str, moved: tuple[int, ...]
) -> None:
    at = days(3)
    domain.log_interaction(
        account=valmorin,
        by=anne,
        kind=kind,
        direction=direction,
        occasion=occasion,
        text="x",
        at=at,
        persons=[isabelle],
    )
    contact, from_them, two_way, first, number = of(isabelle)
    assert (contact, from_them, two_way) == tuple(at if one else None for one in moved)
    assert (first, number) == ((at, 1) if moved[0] else (None, 0))
    assert AccountPulse.objects.get(account=valmorin).last_contact_at == (at if moved[0] else None)


@pytest.mark.parametrize(("gap", "two_way"), [(29, True), (31, False)])
@pytest.mark.parametrize("first", ["in", "out"])
def test_a_mail_of_theirs_is_two_way_once_something_of_ours_is_near(
    anne: Any, valmorin: Any, isabelle: Any, gap: int, two_way: bool, first: str
) -> None:
    second = "out" if first == "in" else "in"
    for direction, ago in ((first, 60), (second, 60 - gap)):
        domain.log_interaction(
            account=valmorin, by=anne, kind="mail", direction=direction, text="x", at=days(ago), persons=[isabelle]
        )
    theirs = Interaction.objects.get(direction="in").at
    assert of(isabelle)[2] == (theirs if two_way else None)


def test_taking_somebody_off_and_the_bin_turn_the_clocks_back(
    anne: Any, valmorin: Any, isabelle: Any, luc: Any
) -> None:
    old = domain.log_interaction(account=valmorin, by=anne, kind="call", text="x", at=days(9), persons=[isabelle, luc])
    new = domain.log_interaction(account=valmorin, by=anne, kind="call", text="y", at=days(1), persons=[isabelle])
    domain.change_interaction(old, by=anne, persons=[luc])
    assert (of(isabelle)[4], of(isabelle)[3], of(luc)[0]) == (1, new.at, old.at)
    assert Event.objects.get(type="interaction.changed").data == {
        "fields": ["persons"],
        "persons": sorted([isabelle.pk, luc.pk]),
    }
    INTERACTIONS.bin(new, by=anne)
    assert of(isabelle) == (None, None, None, None, 0)
    INTERACTIONS.restore(new, by=anne)
    assert of(isabelle)[0] == new.at
    assert Event.objects.get(type="interaction.restored").data == {"persons": [isabelle.pk]}


def test_only_people_of_the_group_or_external_ones_take_part(anne: Any, chloe: Any, david: Any, valmorin: Any) -> None:
    from kameo.accounts.domain import create_account

    theirs = people.create_person(account=create_account(by=chloe, name="Ailleurs"), by=chloe, last_name="Autre")
    unknown = people.create_person(account=valmorin, by=anne, kind="placeholder", label="DAF")
    for person in (theirs, unknown):
        with pytest.raises(DomainError) as refused:
            domain.log_interaction(account=valmorin, by=david, kind="call", text="x", persons=[person])
        assert (refused.value.code, refused.value.field) == ("person_unknown", "persons")
    with pytest.raises(DomainError) as refused:
        domain.log_interaction(account=valmorin, by=david, kind="call", text="x", colleagues=[10**9])
    assert refused.value.code == "colleague_unknown"
    assert not Interaction.objects.exists()
    people.change_person(theirs, by=chloe, kind="external")
    domain.log_interaction(account=valmorin, by=david, kind="call", text="x", persons=[theirs])
    with pytest.raises(DomainError):  # external, and Anne does not see them
        domain.log_interaction(account=valmorin, by=anne, kind="call", text="x", persons=[theirs])
    assert of(theirs)[4] == 1


def test_whom_one_does_not_see_stays(anne: Any, bruno: Any, chloe: Any, david: Any, valmorin: Any) -> None:
    from kameo.accounts.domain import create_account

    theirs = people.create_person(
        account=create_account(by=chloe, name="Ailleurs"), by=chloe, last_name="Autre", kind="external"
    )
    row = domain.log_interaction(account=valmorin, by=david, kind="call", text="x", persons=[theirs])
    domain.change_interaction(row, by=anne, persons=[], colleagues=[bruno])
    assert list(Participant.objects.values_list("person", "colleague")) == [(theirs.pk, None), (None, bruno.pk)]
    assert list(Participant.objects.visible_to(anne).values_list("colleague", flat=True)) == [bruno.pk]
    assert list(Participant.objects.visible_to(chloe)) == []


steps = st.lists(
    st.tuples(
        st.sampled_from(["log", "change", "bin", "restore"]),
        st.integers(0, 5),
        st.sampled_from(["note", "call", "mail", "mail", "meeting"]),
        st.sampled_from(["in", "out", "both"]),
        st.sampled_from(["", "", "", "bulk", "survey"]),
        st.integers(0, 90),
        st.sets(st.integers(0, 2)),
    ),
    min_size=3,
    max_size=14,
)


@given(steps=steps, answer=st.sampled_from([7, 30]))
def test_any_history_gives_what_a_rebuild_gives(anne: Any, valmorin: Any, steps: Any, answer: int) -> None:
    preferences.set("contact.answer_days", answer)
    crowd = [people.create_person(account=valmorin, by=anne, last_name=f"N{number}") for number in range(3)]
    rows: list[Interaction] = []
    for verb, index, kind, direction, occasion, ago, who in steps:
        persons = [crowd[one] for one in who]
        values = {"kind": kind, "direction": direction, "occasion": occasion, "at": days(ago), "persons": persons}
        if verb == "log" or not rows:
            rows.append(domain.log_interaction(account=valmorin, by=anne, text="x", **values))
        elif verb == "change":
            domain.change_interaction(rows[index % len(rows)], by=anne, **values)
        elif verb == "bin":
            INTERACTIONS.bin(rows[index % len(rows)], by=anne)
        else:
            INTERACTIONS.restore(rows[index % len(rows)], by=anne)
    kept = [of(person) for person in crowd]
    PersonPulse.objects.update(last_contact_at=days(1), last_two_way_at=None, interactions=77)
    rebuild_clocks()
    assert [of(person) for person in crowd] == kept
    Interaction.objects.all().delete()
    PersonPulse.objects.all().delete()
