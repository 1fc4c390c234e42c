"""The shapes of the portfolio: entities and our interactions with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class DemoEntity:
    """A customer or a part of one. People are named by first name.

    `yearly` is what we invoiced it in the last twelve months, in thousands of `currency`, its parts not
    included; `growth` is the change on the year before.
    """

    name: str
    kind: str = "company"
    city: str = ""
    postcode: str = ""
    street: str = ""
    country: str = "FR"
    sector: str = ""
    naf: str = ""
    headcount: int | None = None
    turnover: int | None = None  # the customer's own, in millions of euros
    yearly: float = 0
    growth: float = 0.0
    season: str = "flat"
    every: int = 1  # months between two invoices
    currency: str = "EUR"
    years: float = 3.0  # how long ago the first invoice was
    status: str = "active"
    lead: str = ""
    team: tuple[tuple[str, str], ...] = ()  # (first name, function)
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    domain: str = ""
    legal_name: str = ""
    description: str = ""
    potential: int | None = None  # thousands of euros a year
    confidential: bool = False
    contacts: tuple[str, ...] = ()  # "Isabelle Roquemaure, directrice financière"
    siren: str = ""  # only where the demo needs a particular one
    numbered: bool = True  # False: entered in a hurry, without a registration number
    life: str = ""  # "returned", "stopped", "none"…: see invoices.months
    parts: tuple[DemoEntity, ...] = ()

    def walk(self) -> list[DemoEntity]:
        """The entity, then all that hangs below it, parents first."""
        return [self, *(below for part in self.parts for below in part.walk())]


@dataclass(frozen=True)
class DemoInteraction:
    """One exchange, told by the colleague who had it. `ago` is in days before today."""

    ago: int
    kind: str
    who: str
    subject: str
    text: str
    on: str = ""  # a part of the account, by name
    minutes: int | None = None
    way: str = "out"
    mentions: tuple[str, ...] = ()
    restricted: bool = False


@dataclass(frozen=True)
class Bill:
    """One invoice or credit note to write. `corrects` is the number of the invoice a credit note corrects."""

    account: str
    number: str
    kind: str
    day: date
    currency: str
    net: object
    label: str
    lines: tuple[tuple[str, Decimal], ...]
    corrects: str = ""
