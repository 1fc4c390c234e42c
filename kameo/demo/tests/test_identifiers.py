"""Numbers of the demo pass the checks of the real ones, and none is a real one."""

from stdnum.fr import siren, siret, tva

from kameo.demo import identifiers
from kameo.demo.fill.accounts import _sirens


def test_sirens_pass_luhn_are_distinct_and_outside_the_open_blocks() -> None:
    numbers = [identifiers.siren(rank) for rank in range(500)]
    assert len(set(numbers)) == 500
    assert all(siren.is_valid(number) and number.startswith("209") for number in numbers)


def test_sirets_and_vat_numbers_pass() -> None:
    number = identifiers.siren(7)
    assert all(siret.is_valid(identifiers.siret(number, site)) for site in range(1, 40))
    assert tva.is_valid(identifiers.vat(number))


def test_one_siret_passes_by_the_exception_of_la_poste_only() -> None:
    number, site = _sirens()["Plateforme courrier de Sérigny"]
    value = identifiers.siret(number, site)
    assert siret.is_valid(value)
    assert sum(map(int, value)) % 5 == 0
    assert identifiers.luhn_digit(value[:-1]) != value[-1]
