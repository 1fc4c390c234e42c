"""Registration numbers (R29, c-16)."""

import pytest

from kameo.accounts.names.identifiers import normalise, normalise_naf, siren_of, written
from kameo.core.errors import DomainError


@pytest.mark.parametrize(
    ("scheme", "typed", "country", "stored"),
    [
        ("siren", "732 829 320", "", "732829320"),
        ("siren", "732\u202f829\u00a0320", "", "732829320"),
        ("siret", "732 829 320 00074", "", "73282932000074"),
        ("siret", "356 000 000 00048", "", "35600000000048"),  # La Poste's head office: Luhn
        ("siret", "35600000049837", "", "35600000049837"),  # a branch of La Poste: digits add up to 45
        ("vat", "FR44732829320", "", "FR44732829320"),
        ("vat", "fr 44 732 829 320", "", "FR44732829320"),
        ("vat", "44732829320", "FR", "FR44732829320"),
        ("vat", "44732829320", "", "FR44732829320"),
        ("vat", "FRK7399859412", "", "FRK7399859412"),  # a key with a letter
        ("vat", "DE136695976", "FR", "DE136695976"),
        ("vat", "136695976", "DE", "DE136695976"),
        ("vat", "EL 094259216", "", "EL094259216"),
        ("vat", "CHE-116.281.710 TVA", "CH", "CHE116281710TVA"),  # outside the union: free
        ("duns", "06-070-4780", "", "060704780"),
        ("foreign", "  HRB   12345 ", "DE", "HRB 12345"),
        ("external", "C 0042", "", "C 0042"),
    ],
)
def test_c16_stored_in_one_form(scheme, typed, country, stored):
    assert normalise(scheme, typed, country=country) == stored


@pytest.mark.parametrize(
    ("scheme", "typed", "code"),
    [
        ("siren", "732829321", "siren_key"),
        ("siren", "73282932", "siren_length"),
        ("siren", "73282932A", "siren_format"),
        ("siret", "73282932000075", "siret_key"),
        ("siret", "7328293200007", "siret_length"),
        ("siret", "35600000049838", "siret_key"),
        ("vat", "FR45732829320", "vat_key"),
        ("vat", "FR4473282932", "vat_length"),
        ("vat", "FRIO732829320", "vat_format"),
        ("vat", "DE136695977", "vat_key"),
        ("duns", "1234", "duns_format"),
        ("lei", "96950029ME5P2HYV8C39X", "lei_key"),
        ("foreign", "   ", "identifier_empty"),
    ],
)
def test_c16_refused_with_a_code_and_words(scheme, typed, code):
    with pytest.raises(DomainError) as caught:
        normalise(scheme, typed)
    assert caught.value.code == code
    assert caught.value.field == scheme
    assert len(str(caught.value)) > 10


def test_c16_vat_key_of_a_siren():
    assert normalise("vat", "FR 44 732 829 320") == "FR44732829320"
    with pytest.raises(DomainError):
        normalise("vat", "FR45732829320")


def test_c16_monaco_is_not_a_siren():
    number = normalise("vat", "FR37000005990")
    assert number == "FR37000005990"
    assert siren_of("vat", number) is None


def test_siren_inside_the_others():
    assert siren_of("siret", "73282932000074") == "732829320"
    assert siren_of("vat", "FR44732829320") == "732829320"
    assert siren_of("duns", "060704780") is None


@pytest.mark.parametrize(
    ("typed", "stored"), [("4711F", "47.11F"), ("47.11f", "47.11F"), (" 47 11 F", "47.11F"), ("", "")]
)
def test_naf_in_one_form(typed, stored):
    assert normalise_naf(typed) == stored


def test_naf_refused():
    with pytest.raises(DomainError) as caught:
        normalise_naf("commerce")
    assert caught.value.code == "naf_format"


def test_written_as_people_read_it():
    assert written("siren", "732829320") == "732 829 320"
    assert written("siret", "73282932000074") == "732 829 320 00074"
    assert written("vat", "FR44732829320") == "FR 44 732 829 320"
    assert written("vat", "DE136695976") == "DE136695976"
