"""The concerns about a map's coverage, as filters of the list of accounts and counts of the homes.

They read the columns that `refresh` writes: an account without a map meets none of them but "no_map".
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.listing.conditions import Concern, concerns
from kameo.core import preferences


def _single() -> Q:
    return Q(pulse__threads__lte=1)


def _fragile() -> Q:
    return Q(pulse__threads__gt=1, pulse__threads__lt=preferences.get("coverage.threads"))


def _few() -> Q:
    return Q(pulse__mapped__lt=preferences.get("coverage.few"))


def _concentrated() -> Q:
    return Q(pulse__concentration__gt=preferences.get("coverage.concentration"))


def _unsupported() -> Q:
    return Q(pulse__map_status__lt=3)


def _unmapped() -> Q:
    return Q(pulse__mapped__isnull=True)


CONCERNS = {
    "single_thread": Concern(
        _("Hangs on one person at most"), _single, alert=_("hanging on one person at most"), tone="bad"
    ),
    "few_mapped": Concern(_("Too few people mapped"), _few, alert=_("with too few people mapped")),
    "fragile": Concern(_("Held by too few people"), _fragile),
    "concentrated": Concern(_("Exchanges go through one person"), _concentrated),
    "unsupported": Concern(_("No key person for us"), _unsupported),
    "no_map": Concern(_("Nobody on its decision map"), _unmapped),
}
for _rank, (_key, _concern) in enumerate(CONCERNS.items()):
    concerns.register(_key, _concern, order=10 + _rank)
