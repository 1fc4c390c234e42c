"""What is stored of every account is what its page says, whatever happened, whole and one by one."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from kameo.accounts.models import Account, AccountPulse
from kameo.accounts.pulse.refresh import COVERAGE, refresh_pulse
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.models import Person, PersonPulse, Position
from kameo.core import clock
from kameo.decisions.enums import Stance
from kameo.decisions.models import DecisionMap, Seat, Stake
from kameo.decisions.terms.seeds import SEEDS
from kameo.insight.coverage import Coverage, coverage_of, refresh_accounts

ROLES = list(SEEDS["role"])


def stored(account: Account) -> dict[str, Any]:
    return AccountPulse.objects.filter(account=account).values(*COVERAGE).get()


def said(found: Coverage) -> dict[str, Any]:
    """What the pulse should hold."""
    if found.empty:
        return dict.fromkeys(COVERAGE)
    return {
        "mapped": len(found.mapped),
        "expected": found.expected,
        "threads": found.threads.value,
        "concentration": found.concentration.value,
        "map_status": found.status.value,
        "relationship": found.relationship.value,
        "seats_covered": found.roles.over,
        "seats_required": found.roles.of,
        "mapped_people": sorted(one.person_id for one in found.mapped),
        "key_people": sorted(one.person_id for one in found.key_people),
    }


def person_on(map: DecisionMap, account: Account, **more: Any) -> Person:
    """Somebody with a position at `account` and a stake: `pulse` and ratings in `more`."""
    pulse, position = more.pop("pulse", {}), more.pop("position", {})
    person = Person.objects.create(last_name=f"N{Person.objects.count()}", kind=more.pop("kind", "person"))
    Position.objects.create(person=person, account=account, **position)
    Stake.objects.create(map=map, person=person, **more)
    if pulse:
        PersonPulse.objects.create(person=person, **pulse)
    return person


def test_what_is_stored_of_a_small_map(valmorin: Account) -> None:
    map = DecisionMap.objects.create(account=valmorin, expected=8)
    now = clock.now()
    strong = person_on(
        map,
        valmorin,
        influence=5,
        stance="supporter",
        roles=["final-decider"],
        pulse={"strength": Decimal(70), "last_two_way_at": now - timedelta(days=10), "factors": {"touches": 6}},
    )
    weak = person_on(
        map, valmorin, influence=3, stance="champion", pulse={"strength": Decimal("39.99"), "factors": {"touches": 4}}
    )
    person_on(map, valmorin, kind="placeholder", influence=5, roles=["purchasing"])
    assert refresh_accounts([valmorin.pk]) == [valmorin.pk]
    assert stored(valmorin) == {
        "mapped": 2,
        "expected": 8,
        "threads": 1,
        "concentration": Decimal("60.00"),  # 6 of 10
        "map_status": 4,
        # (5×70 + 3×39.99) / (8 + 4 prescriber + 4 finance + 4 purchasing + 2 user) = 469.97 / 22
        "relationship": Decimal("21.36"),
        "seats_covered": 1,
        "seats_required": 6,
        "mapped_people": sorted([strong.pk, weak.pk]),
        "key_people": [strong.pk],
    }
    assert refresh_accounts([valmorin.pk]) == []  # nothing to write twice


def test_nothing_is_said_where_nobody_was_put_on_the_main_map(valmorin: Account) -> None:
    map = DecisionMap.objects.create(account=valmorin)
    person = person_on(map, valmorin, influence=3)
    refresh_pulse(None)
    refresh_accounts(None)
    assert stored(valmorin)["mapped"] == 1
    Stake.objects.filter(person=person).update(removed_at=clock.now())
    refresh_accounts([valmorin.pk])
    assert stored(valmorin) == dict.fromkeys(COVERAGE)
    side = DecisionMap.objects.create(account=valmorin, main=False, name="Deal")
    person_on(side, valmorin, influence=3)
    refresh_accounts(None)
    assert stored(valmorin) == dict.fromkeys(COVERAGE)


def test_who_left_the_group_is_no_longer_mapped(valmorin: Account) -> None:
    map = DecisionMap.objects.create(account=valmorin)
    site = Account.objects.create(name="Valmorin Burgos", parent=valmorin)
    elsewhere = Account.objects.create(name="Another group")
    person_on(map, site)
    person_on(map, elsewhere)
    person_on(map, elsewhere, kind="external")
    person_on(map, valmorin, position={"ends_on": clock.company_today()})
    person_on(map, valmorin, position={"starts_on": clock.company_today() + timedelta(days=1)})
    binned = person_on(map, valmorin)
    Person.objects.filter(pk=binned.pk).update(binned_at=clock.now())
    refresh_accounts([valmorin.pk])
    assert stored(valmorin)["mapped"] == 2  # of the site, and the external influencer


@pytest.mark.parametrize("seed", range(6))
def test_what_is_stored_is_what_the_page_says(seed: int, valmorin: Account, david: Any) -> None:
    chance = random.Random(seed)
    accounts = [valmorin, *(Account.objects.create(name=f"A{n}", parent=valmorin if n % 2 else None) for n in range(4))]
    Seat.objects.filter(pk__in=chance.sample(list(Seat.objects.values_list("pk", flat=True)), seed % 3)).update(
        retired_at=clock.now()
    )
    for account in accounts:
        map = DecisionMap.objects.create(account=account, expected=chance.choice([None, 5, 15]))
        for _ in range(chance.randrange(0, 8)):
            _draw(chance, map, account, accounts)
    refresh_pulse(None)
    refresh_accounts(None)
    whole = {account.pk: stored(account) for account in accounts}
    for account in accounts:
        _id, found = coverage_of(account, david)
        assert whole[account.pk] == said(found)
    for account in accounts:  # one by one says the same
        assert refresh_accounts([account.pk]) == []


def _draw(chance: random.Random, map: DecisionMap, account: Account, accounts: list[Account]) -> None:
    def ago(most: int) -> Any:
        return None if chance.random() < 0.3 else clock.now() - timedelta(days=chance.randrange(most), minutes=5)

    today = clock.company_today()
    person_on(
        map,
        account if chance.random() < 0.8 else chance.choice(accounts),
        kind=chance.choice(["person"] * 6 + ["placeholder", "external"]),
        influence=chance.choice([None, 1, 2, 3, 4, 5]),
        stance=chance.choice(["", *Stance.values]),
        roles=chance.sample(ROLES, chance.randrange(0, 3)),
        removed_at=None if chance.random() < 0.9 else clock.now(),
        position={
            "family": chance.choice(["", *Family.values]),
            "level": chance.choice(["", *Seniority.values]),
            "ends_on": chance.choice([None] * 5 + [today, today + timedelta(days=1)]),
        },
        pulse={
            "strength": chance.choice([None, Decimal(chance.randrange(0, 10001)) / 100]),
            "last_contact_at": ago(90),
            "last_two_way_at": ago(180),
            "factors": {"touches": chance.randrange(0, 40)} if chance.random() < 0.8 else {},
        },
    )
