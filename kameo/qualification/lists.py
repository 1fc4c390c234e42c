"""What qualification adds to the list of accounts: whether its class is decided."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from kameo.accounts.listing.conditions import attributes
from kameo.core import clock
from kameo.qualification.models import ClassDecision


def _decided() -> Exists:
    decisions = ClassDecision.objects.in_force(clock.company_today())
    return Exists(decisions.filter(account_id=OuterRef("pk")))


attributes.register("decision", (_("a decision on its class"), _decided))
