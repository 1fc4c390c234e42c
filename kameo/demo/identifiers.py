"""French registration numbers that pass every check and belong to nobody.

Companies registered in France have a SIREN that begins with 3 to 9, local authorities one that begins with
200 or 21 to 29. The block 209 is open to neither: ours are `209`, five digits of rank, and the Luhn digit.
The one exception is the SIRET of La Poste (c-16): its rule, a digit sum multiple of five, exists for its
SIREN only.
"""

from __future__ import annotations

BLOCK = "209"
LA_POSTE = "356000000"


def luhn_digit(digits: str) -> str:
    """The digit that makes `digits` followed by it pass Luhn."""
    total = 0
    for rank, char in enumerate(reversed(digits)):
        value = int(char) * (2 if rank % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def siren(rank: int) -> str:
    """The `rank`-th fictional SIREN (0 to 99999); ranks are spread so that neighbours do not look alike."""
    head = f"{BLOCK}{(rank * 7919 + 10473) % 100_000:05d}"
    return head + luhn_digit(head)


def siret(of_siren: str, site: int) -> str:
    """The SIRET of the `site`-th establishment (1 is the head office)."""
    if of_siren == LA_POSTE:
        return _siret_by_sum(site)
    head = f"{of_siren}{site:04d}"
    return head + luhn_digit(head)


def vat(of_siren: str) -> str:
    """The intra-community VAT number: the key is `(12 + 3 × (SIREN mod 97)) mod 97`."""
    return f"FR{(12 + 3 * (int(of_siren) % 97)) % 97:02d}{of_siren}"


def _siret_by_sum(site: int) -> str:
    head = f"{LA_POSTE}{site:04d}"
    return head + str(-sum(map(int, head)) % 5)
