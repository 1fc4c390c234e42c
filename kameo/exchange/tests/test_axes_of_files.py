"""Real files: the tree rolls up, and the scorecard proposes the complexity from sites and subsidiaries (R6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from kameo.accounts.models import Account, AccountPulse
from kameo.contracts.records import INVOICES
from kameo.core import clock
from kameo.exchange.tests.files import shared
from kameo.qualification.queries import figures, qualification_for

pytestmark = pytest.mark.django_db


def complexity(account: Account, user: Any) -> Any:
    seen = qualification_for(account, user)
    assert seen.scorecard.value is None  # proposed is not counted
    return next(one.proposal for one in seen.criteria if one.line.key == "complexity")


@translation.override("en")
def test_maven_subsidiaries_roll_up_and_make_the_complexity(import_file: Any, david: Any) -> None:
    import_file("accounts", shared("maven-crm-sales/accounts.csv"))
    assert set(AccountPulse.objects.filter(tree_entities__gt=1).values_list("account__name", "tree_entities")) == {
        ("Acme Corporation", 5),
        ("Bubba Gump", 3),
        ("Golddex", 3),
        ("Inity", 3),
        ("Massive Dynamic", 2),
        ("Sonron", 4),
        ("Warephase", 2),
    }
    top = Account.objects.get(name="Acme Corporation")
    proposal = complexity(top, david)
    assert (proposal.score, proposal.sentence()) == (2, "5 entities")
    for number, below in enumerate(Account.objects.filter(parent=top)):
        INVOICES.add(
            below, by=None, number=f"F{number}", issued_on=clock.company_today() - date.resolution, net=Decimal(40_000)
        )
    seen = figures(top, david)
    assert (seen.revenue_12m, seen.entities, seen.large) == (160_000, 5, True)


@translation.override("en")
def test_french_groups_tell_their_number_of_sites(import_file: Any, david: Any) -> None:
    import_file("accounts", shared("fr/groups/entreprises.csv"))
    assert Account.objects.filter(site_count__isnull=False).count() == 30
    found = {name: complexity(Account.objects.get(name=name), david) for name in ("THALES", "DASSAULT AVIATION")}
    assert (found["THALES"].score, found["THALES"].sentence()) == (5, "51 sites told by somebody")
    assert (found["DASSAULT AVIATION"].score, found["DASSAULT AVIATION"].sentence()) == (3, "14 sites told by somebody")
