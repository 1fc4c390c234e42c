"""Two accounts become one: maps, committees and departures follow."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.core.merging import Merging, Part, register, register_rows
from kameo.decisions.models import Committee, CommitteeEntity, DecisionMap, Departure

ACCOUNT = Account


def _join_maps(merging: Merging) -> None:
    """An account has one main map: the absorbed one's becomes a map of its own, named after the account."""
    mains = {
        row.account_id: row
        for row in DecisionMap.objects.filter(
            account_id__in=(merging.kept, merging.absorbed), main=True
        ).select_related("account")
    }
    if len(mains) == 2:
        other = mains[merging.absorbed]
        name = other.name or other.account.name[:120]
        merging.change("decisions_decisionmap", other.pk, main=False, name=name)
    merging.move(("decisions_decisionmap", "account_id"))


register(
    ACCOUNT,
    "decisions.maps",
    Part(
        covers=((DecisionMap, "account"),),
        apply=_join_maps,
        label=_("decision maps"),
        counted=("decisions_decisionmap", "account_id", "binned_at is null"),
    ),
    order=41,
)
register(ACCOUNT, "decisions.committees", register_rows(Committee, label=_("committees")), order=42)
register(ACCOUNT, "decisions.served", register_rows(CommitteeEntity, once=[("committee_id",)]), order=43)
register(ACCOUNT, "decisions.departures", register_rows(Departure, label=_("departures")), order=44)
