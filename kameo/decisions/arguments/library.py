"""The argument library on the first day, and which arguments suit somebody (R64). Pure but for the translation."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from kameo.core.text import N_

if TYPE_CHECKING:
    from kameo.decisions.models import Argument


@dataclass(frozen=True)
class ArgumentSeed:
    """`role` and `motivation` are codes of the seeds' terms; an empty key suits everybody."""

    title: str
    text: str
    proof: str = ""
    role: str = ""
    motivation: str = ""
    family: str = ""


SEEDS: tuple[ArgumentSeed, ...] = (
    ArgumentSeed(
        N_("It pays for itself within the financial year"),
        N_(
            "Set the full cost of what they have today against ours: purchase, running costs, downtime avoided. "
            "Name the month in which it has paid for itself, with their own figures."
        ),
        N_("The calculation of a customer of the same size, with their consent."),
        role="economic-buyer",
        motivation="budget",
        family="finance",
    ),
    ArgumentSeed(
        N_("A cost that is known in advance"),
        N_(
            "One contract, one invoice, one price that changes by a formula they can check. No surprise at the end "
            "of the year, and a budget line that holds."
        ),
        N_("The invoices of the last two years against what was announced."),
        motivation="budget",
        family="finance",
    ),
    ArgumentSeed(
        N_("The same terms for the whole group"),
        N_(
            "A framework price for every entity, a rebate that grows with what the group buys, one person to call. "
            "Each site keeps the choice of its date."
        ),
        N_("The table of prices by entity, before and after."),
        role="purchasing",
        family="purchasing",
    ),
    ArgumentSeed(
        N_("It fits what is there already"),
        N_(
            "Say what it connects to, through which interfaces, who maintains them and what their own teams will not "
            "have to do. Leave the technical file."
        ),
        N_("The architecture diagram, and a customer with the same systems."),
        role="technical-prescriber",
        family="it",
    ),
    ArgumentSeed(
        N_("Tried on their own ground first"),
        N_(
            "Offer a trial on one line, with the measures they choose and a date on which both sides decide. They "
            "judge results, not promises."
        ),
        N_("The report of a trial: what was measured, before and after."),
        role="technical-prescriber",
        motivation="performance",
        family="engineering",
    ),
    ArgumentSeed(
        N_("Fewer stoppages from the first months"),
        N_(
            "Start from the hours lost last year and what an hour costs them. Say which of them we prevent, and when "
            "they will see it in their own reports."
        ),
        N_("Hours of downtime of a comparable site over twelve months."),
        motivation="performance",
        family="business",
    ),
    ArgumentSeed(
        N_("A simpler working day"),
        N_(
            "Show the three things they do every day and how many steps each takes with us. Let them try it with "
            "their own hands."
        ),
        N_("Ten minutes with somebody who uses it elsewhere."),
        role="user",
        family="users",
    ),
    ArgumentSeed(
        N_("Ready for the next inspection"),
        N_(
            "Go through the requirements one by one: which text, which proof, where it is kept. Nothing to rebuild on "
            "the eve of an audit."
        ),
        N_("The certificates in force and the last audit report."),
        motivation="compliance",
    ),
    ArgumentSeed(
        N_("Supply that does not stop"),
        N_(
            "Two sources, stock that is theirs, a response time in the contract with its penalty. Say what happens on "
            "the worst day, hour by hour."
        ),
        N_("Deliveries on time over the last twelve months."),
        motivation="safety",
        family="purchasing",
    ),
    ArgumentSeed(
        N_("A step ahead of their market"),
        N_(
            "Link what we do to one of their published objectives, in their words. Say what they will be able to do "
            "that others in their market cannot."
        ),
        N_("A page of their own annual report, and what it takes to get there."),
        role="final-decider",
        motivation="innovation",
        family="general",
    ),
    ArgumentSeed(
        N_("A success that carries their name"),
        N_(
            "Offer to build the reference with them: they present the results, to their management and to their "
            "profession. We do the writing."
        ),
        N_("Case studies signed by customers."),
        role="influencer",
        motivation="recognition",
    ),
    ArgumentSeed(
        N_("What would have to be true for them to agree?"),
        N_(
            "Ask what worries them before answering. Note it in their words, read it back, and return with one proof "
            "for each point. Promise nothing on the day."
        ),
        N_("The list of their points, with the answer to each and its date."),
        role="opponent",
    ),
)

_SEEDED = {
    name: frozenset(getattr(seed, name) for seed in SEEDS if getattr(seed, name)) for name in ("title", "text", "proof")
}


def argument_title(argument: Argument) -> str:
    """As somebody rewrote it, or the seeds' words in the reader's language."""
    return argument_text(argument, "title")


def argument_text(argument: Argument, name: str = "text") -> str:
    stored: str = getattr(argument, name)
    return gettext(stored) if stored in _SEEDED.get(name, ()) else stored


@dataclass(frozen=True)
class ArgumentMatch:
    """An argument that suits somebody: by which keys it was found, how many of its keys say nothing of them."""

    argument: Argument
    roles: tuple[str, ...]
    motivations: tuple[str, ...]
    families: tuple[str, ...]
    missed: int

    @property
    def hits(self) -> int:
        return len(self.roles) + len(self.motivations) + len(self.families)


def rank_arguments(
    arguments: Iterable[Argument], roles: Collection[str], motivations: Collection[str], families: Collection[str]
) -> list[ArgumentMatch]:
    """Those that suit, the most keys in common first, then the fewest that miss.

    An argument whose keys all miss is left out; one without keys suits everybody and comes last.
    """
    found = []
    for argument in arguments:
        keys = ((argument.role, roles), (argument.motivation, motivations), (argument.family, families))
        hits = [(value,) if value and value in mine else () for value, mine in keys]
        asked = sum(1 for value, _mine in keys if value)
        match = ArgumentMatch(argument, hits[0], hits[1], hits[2], asked - sum(len(hit) for hit in hits))
        if match.hits or not asked:
            found.append(match)
    return sorted(
        found, key=lambda match: (-match.hits, match.missed, argument_title(match.argument), match.argument.pk)
    )
