"""People and positions: verbs, what is stored, who sees whom."""

from contextlib import suppress
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import Person, Position
from kameo.contacts.points.formats import normalise_email, normalise_phone, written_phone
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    return domain.create_person(
        account=valmorin,
        by=anne,
        first_name="Isabelle",
        last_name="Roquemaure",
        salutation="madam",
        position={"title": "Directrice des achats", "family": "purchasing", "level": "director"},
        emails=[{"address": "Isabelle.Roquemaure@VALMORIN.example"}],
        phones=[{"number": "04 75 01 23 45"}, {"number": "+33 4 75 01 23 45", "kind": "mobile"}],
    )


def test_a_person_has_a_position_addresses_and_numbers(isabelle, valmorin):
    assert isabelle.full_name == "Isabelle Roquemaure"
    position = isabelle.positions.get()
    assert (position.account, position.title, position.family) == (valmorin, "Directrice des achats", "purchasing")
    assert [row.address for row in isabelle.emails.all()] == ["Isabelle.Roquemaure@valmorin.example"]
    assert [row.number for row in isabelle.phones.all()] == ["+33475012345"]  # typed twice, one number
    types = Event.objects.filter(account=valmorin).order_by("id").values_list("type", flat=True)
    assert list(types)[-2:] == ["person.created", "position.added"]


def test_without_a_name_nothing_is_written(anne, valmorin):
    with pytest.raises(DomainError) as refused:
        domain.create_person(account=valmorin, by=anne, first_name="  ", position={"title": "DAF"})
    assert (refused.value.code, refused.value.field) == ("name_missing", "last_name")
    assert Person.objects.count() == 0


def test_naming_a_placeholder_makes_it_a_person(anne, valmorin):
    unknown = domain.create_person(account=valmorin, by=anne, kind="placeholder", label="DAF")
    assert unknown.full_name == "DAF"
    domain.change_person(unknown, by=anne, first_name="Luc", last_name="Arnaud")
    assert (unknown.kind, unknown.full_name) == ("person", "Luc Arnaud")


def test_two_people_may_share_an_address_and_one_may_have_ten(anne, valmorin, isabelle):
    ten = [{"address": f"achats{number}@valmorin.example"} for number in range(10)]
    shared = [{"address": "isabelle.roquemaure@valmorin.example"}]
    other = domain.create_person(account=valmorin, by=anne, last_name="Roquemaure", emails=shared + ten)
    assert other.emails.count() == 11
    assert Person.objects.filter(emails__address__iexact="isabelle.roquemaure@valmorin.example").count() == 2


def test_a_bad_address_is_refused_beside_its_field(anne, isabelle):
    with pytest.raises(DomainError) as refused:
        domain.change_person(isabelle, by=anne, emails=[{"address": "isabelle@"}])
    assert (refused.value.code, refused.value.field) == ("email_invalid", "emails")
    assert isabelle.emails.count() == 1


def test_changing_employer_keeps_the_past(anne, david, valmorin, isabelle):
    vexenne = create_account(by=david, name="Énergies du Vexenne")
    domain.change_employer(isabelle, account=vexenne, by=david, on=date(2026, 9, 1), title="Directrice générale")
    former, current = Position.objects.filter(person=isabelle).order_by("id")
    assert (former.ends_on, former.end_reason, former.account) == (date(2026, 9, 1), "left", valmorin)
    assert (current.account, current.starts_on, current.is_current) == (vexenne, date(2026, 9, 1), True)
    assert list(Person.objects.at(valmorin)) == []
    assert Person.objects.visible_to(anne).get() == isabelle  # the account that knew her still does


@pytest.mark.parametrize("link", ["reports_to", "matrix_to"])
def test_reporting_in_a_circle_is_refused(anne, valmorin, isabelle, link):
    chain = [isabelle.positions.get()]
    for number in range(3):
        person = domain.create_person(account=valmorin, by=anne, last_name=f"N{number}", position={link: chain[-1]})
        chain.append(person.positions.get())
    with pytest.raises(DomainError) as refused:
        domain.change_position(chain[0], by=anne, **{link: chain[-1]})
    assert (refused.value.code, refused.value.field) == ("cycle", link)
    assert Position.objects.get(pk=chain[0].pk).reports_to is None


def test_a_manager_works_in_the_same_group(anne, david, isabelle):
    elsewhere = create_account(by=david, name="Ailleurs")
    with pytest.raises(DomainError) as refused:
        domain.create_person(
            account=elsewhere, by=david, last_name="X", position={"reports_to": isabelle.positions.get()}
        )
    assert refused.value.code == "manager_elsewhere"
    assert Person.objects.count() == 1


def test_an_ended_position_can_be_reopened(anne, isabelle):
    position = isabelle.positions.get()
    domain.end_position(position, on=date(2026, 10, 1), by=anne, reason="left")
    with pytest.raises(DomainError) as refused:
        domain.end_position(position, on=date(2026, 10, 2), by=anne)
    assert refused.value.code == "ended_already"
    domain.reopen_position(position, by=anne)
    assert Position.objects.get().is_current


def test_the_bin_gives_back(anne, isabelle):
    domain.bin_person(isabelle, by=anne)
    assert list(Person.objects.visible_to(anne)) == []
    assert list(Person.objects.reachable_by(anne)) == [isabelle]
    domain.restore_person(isabelle, by=anne)
    assert list(Person.objects.visible_to(anne)) == [isabelle]


def test_strangers_see_nobody_and_readers_write_nothing(chloe, eric, valmorin, isabelle):
    AccountMember.objects.create(account=valmorin, user=eric)
    assert list(Person.objects.visible_to(chloe)) == []
    assert list(Position.objects.visible_to(chloe)) == []
    assert list(Person.objects.visible_to(eric)) == [isabelle]
    for nobody in (chloe, eric):
        with pytest.raises(PermissionDenied):
            domain.change_person(isabelle, by=nobody, last_name="X")
        with pytest.raises(PermissionDenied):
            domain.create_person(account=valmorin, by=nobody, last_name="X")
    isabelle.refresh_from_db()
    assert (isabelle.last_name, Person.objects.count()) == ("Roquemaure", 1)


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("04 75 01 23 45", "", ("+33475012345", "")),
        ("0475012345", "FR", ("+33475012345", "")),
        ("022 700 12 34", "CH", ("+41227001234", "")),
        ("+1 (650) 253-0000 ext. 12", "", ("+16502530000", "12")),
    ],
)
def test_numbers_are_stored_in_e164(typed, country, kept):
    assert normalise_phone(typed, country) == kept


def test_a_number_is_read_as_at_home():
    assert written_phone("+33475012345") == "04 75 01 23 45"
    assert written_phone("+41227001234") == "+41 22 700 12 34"


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(text):
    for read in (normalise_email, normalise_phone):
        with suppress(DomainError):
            assert read(text)
