"""A large-account manager with two accounts too many, and why: what the load page and the director's home show."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kameo.accounts.enums import Status
from kameo.accounts.models import Account
from kameo.core import preferences
from kameo.demo.cast import DIRECTOR
from kameo.demo.typography import french
from kameo.people.models import User
from kameo.portfolio.caps.led import Held, held_by
from kameo.portfolio.models import CapExcess
from kameo.qualification.domain import decide_class
from kameo.qualification.enums import DecisionKind

OVERLOADED = "thibault.larrieu"
LED = 12
POTENTIAL = "Plan de charge de l'Est : potentiel confirmé en comité, à traiter comme un grand compte cette année."
REASON = "Le poste de l'Est est ouvert ; Thibault garde ces comptes jusqu'à l'arrivée du second responsable."


def fill_load(users: dict[str, User], today: date) -> None:
    """Decide as large what is missing to twelve, then confirm what passes the limit of the role."""
    manager, director = users[OVERLOADED], users[DIRECTOR]
    held = held_by([manager.pk]).get(manager.pk, Held())
    led = Account.objects.present().led_by(manager).filter(parent=None, status=Status.ACTIVE)
    ordinary = led.filter(pulse__account_class="standard").order_by("-pulse__tree_revenue_12m", "pk")
    chosen = list(ordinary[: max(0, LED - held.large)])
    for account in chosen:
        decide_class(
            account,
            kind=DecisionKind.OVERRIDDEN,
            by=director,
            large=True,
            key=False,
            reason=french(POTENTIAL),
            expires_on=today + timedelta(days=365),
        )
    cap = manager.role.large_cap or LED
    moment = datetime.combine(today - timedelta(days=3), time(17, 40), ZoneInfo(preferences.get("time_zone")))
    CapExcess.objects.bulk_create(
        CapExcess(
            account=account,
            user=manager,
            kind="large",
            cap=cap,
            held=cap + rank,
            reason=french(REASON),
            by=director,
            at=moment,
        )
        for rank, account in enumerate(chosen[cap - LED :], 1)
    )
