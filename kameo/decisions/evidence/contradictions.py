"""Contradictions between the ratings of a person and the facts (idea 8). Pure: facts in, reasons in words out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kameo.decisions.enums import Claim, Level, Stance
from kameo.decisions.evidence.grading import Proof, StakeRatings
from kameo.decisions.evidence.stance_scale import FOR_US

WEAK = 2  # an influence up to here does not decide
STRONG = Level.SOLVER  # a relationship from here is not without contacts
OPPONENT = "opponent"  # code of the seeds' role


@dataclass(frozen=True)
class Facts:
    """What is known of somebody on a map. `clocks` is False where contacts are not told (a map of the past);
    `sponsored` are positions of those whom they sponsor; `rated_since` is when they came on the map."""

    ratings: StakeRatings
    proofs: Sequence[Proof] = ()
    last_contact: date | None = None
    last_from_them: date | None = None
    rated_since: date | None = None
    sponsored: Collection[str] = ()
    deciding: Collection[str] = ()
    clocks: bool = True


@dataclass(frozen=True)
class Contradiction:
    """`code` is stable; `text` says it in words; `claim` is the rating it is about."""

    code: str
    claim: str
    text: str
    parameters: dict[str, Any] = field(default_factory=dict)


def contradictions(facts: Facts, today: date, silent_days: int) -> list[Contradiction]:
    """All that does not fit, the position first."""
    found: list[Contradiction] = []
    for rule in RULES:
        found.extend(rule(facts, today, silent_days))
    return found


def _silent(facts: Facts, today: date, silent_days: int) -> Iterator[Contradiction]:
    if not facts.clocks or facts.ratings.stance not in FOR_US:
        return
    since = facts.last_from_them or facts.rated_since
    days = (today - since).days if since else 0
    if days < silent_days:
        return
    stance = str(Stance(facts.ratings.stance).label)
    words = {"stance": stance, "days": days}
    if facts.last_from_them is None:
        text = _("%(stance)s, but no contact from them is known") % words
    else:
        text = ngettext("%(stance)s, but silent for %(days)s day", "%(stance)s, but silent for %(days)s days", days)
        text %= words
    yield Contradiction("silent", Claim.STANCE, text, words)


def _opponent_for_us(facts: Facts, today: date, silent_days: int) -> Iterator[Contradiction]:
    if OPPONENT in facts.ratings.roles and facts.ratings.stance in FOR_US:
        words = {"stance": str(Stance(facts.ratings.stance).label)}
        yield Contradiction(
            "opponent_for_us", Claim.STANCE, _("%(stance)s, but with the role of an opponent") % words, words
        )


def _opponent_sponsors(facts: Facts, today: date, silent_days: int) -> Iterator[Contradiction]:
    if facts.ratings.stance == Stance.OPPONENT and FOR_US & set(facts.sponsored):
        text = _("Opponent, but sponsors somebody who is for us")
        yield Contradiction("opponent_sponsors", Claim.STANCE, text)


def _decides_without_influence(facts: Facts, today: date, silent_days: int) -> Iterator[Contradiction]:
    influence = facts.ratings.influence
    if influence is not None and influence <= WEAK and set(facts.ratings.roles) & set(facts.deciding):
        words = {"influence": influence}
        text = _("Decides, but with an influence of %(influence)s out of 5") % words
        yield Contradiction("decides_without_influence", Claim.INFLUENCE, text, words)


def _close_without_contact(facts: Facts, today: date, silent_days: int) -> Iterator[Contradiction]:
    level = facts.ratings.level
    if facts.clocks and level is not None and level >= STRONG and facts.last_contact is None:
        words = {"level": str(Level(level).label)}
        text = _("Relationship said to be “%(level)s”, but no contact is known") % words
        yield Contradiction("close_without_contact", Claim.LEVEL, text, words)


_SAYS = {
    Claim.INFLUENCE.value: gettext_lazy("The latest evidence says an influence of %(said)s, not %(rated)s"),
    Claim.STANCE.value: gettext_lazy("The latest evidence says “%(said)s”, not “%(rated)s”"),
    Claim.LEVEL.value: gettext_lazy("The latest evidence says a relationship of “%(said)s”, not “%(rated)s”"),
}


def _newer_elsewhere(facts: Facts, today: date, silent_days: int) -> Iterator[Contradiction]:
    rated = {claim: values[0] for claim, values in facts.ratings.claims.items() if claim in _SAYS}
    for claim, value in rated.items():
        said = [proof for proof in facts.proofs if proof.claim == claim]
        newest = max(said, key=lambda proof: (proof.on, proof.id), default=None)
        if newest is not None and newest.value != value:
            words = {"said": value_name(claim, newest.value), "rated": value_name(claim, value)}
            yield Contradiction("newer_elsewhere", claim, str(_SAYS[claim]) % words, words)


def value_name(claim: str, value: str) -> str:
    """A value that evidence speaks for, as people read it; codes of terms are named by `terms.Words`."""
    if claim == Claim.STANCE and value in Stance.values:
        return str(Stance(value).label)
    if claim == Claim.LEVEL and value.isdecimal() and int(value) in Level.values:
        return str(Level(int(value)).label)
    return value


Rule = Callable[[Facts, date, int], Iterator[Contradiction]]
RULES: tuple[Rule, ...] = (
    _silent,
    _opponent_for_us,
    _opponent_sponsors,
    _decides_without_influence,
    _close_without_contact,
    _newer_elsewhere,
)
