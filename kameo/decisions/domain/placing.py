"""Gestures on a drawing: rate a person, join two persons; both put on the map whoever is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.core.acting import acting
from kameo.decisions.domain.maps import main_map
from kameo.decisions.domain.stakes import change_stake, put_on_map
from kameo.decisions.domain.ties import draw_link
from kameo.decisions.models import DecisionMap, InfluenceLink, Stake

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class Placed:
    """`before` are the ratings replaced; None when the person was not on the map."""

    stake: Stake
    before: dict[str, Any] | None


def place_person(
    account: Account, *, person: Person, by: User | None, map: DecisionMap | None = None, **ratings: Any
) -> Placed:
    """Rate somebody where a drawing puts them; `ratings` are fields of `change_stake`, none leaves them as they are.

    In order: the account's own map when `map` is None (`main_map`), then `put_on_map` or `change_stake`, with their
    journal. Raises as they do.
    """
    with acting(by):
        where = map if map is not None else main_map(account, by=by)
        stake = _stake(where, person)
        if stake is None:
            return Placed(put_on_map(where, person=person, by=by, **ratings), None)
        before = {name: getattr(stake, name) for name in ratings}
        return Placed(change_stake(stake, by=by, **ratings), before)


def join_people(
    account: Account,
    *,
    source: Person,
    target: Person,
    kind: str,
    by: User | None,
    label: str = "",
    map: DecisionMap | None = None,
) -> InfluenceLink:
    """A line between two people of a drawing; whoever is not on the map is put on it first.

    In order: `main_map` when `map` is None, `put_on_map` for each who needs it, `draw_link`. Raises as they do.
    """
    with acting(by):
        where = map if map is not None else main_map(account, by=by)
        ends = [_stake(where, one) or put_on_map(where, person=one, by=by) for one in (source, target)]
        return draw_link(where, source=ends[0], target=ends[1], kind=kind, label=label, by=by)


def _stake(map: DecisionMap, person: Person) -> Stake | None:
    rows = Stake.objects.filter(map=map, person=person, removed_at__isnull=True)
    return rows.select_related("map__account", "person").first()


def put_on_new_map(person: Person, *, account: Account, by: User | None) -> Stake:
    """On the account's main map, the relation held by `by`; what they were rated elsewhere stays there.

    In order: the map when there was none, `put_on_map`. Raises as both.
    """
    ratings: dict[str, Any] = {"owner": by} if by else {}
    with acting(by):
        return put_on_map(main_map(account, by=by), person=person, by=by, **ratings)
