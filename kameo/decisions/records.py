"""Maps and committees as records: whoever may write the account's people writes them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from pydantic import Field as Described

from kameo.accounts.models import Account
from kameo.core.api import Body
from kameo.core.kinds import ChoiceKind, LongTextKind, WholeKind
from kameo.core.records import Api, Field, Resource, Words, register
from kameo.core.records import verbs as record_verbs
from kameo.decisions import domain, events
from kameo.decisions.domain.maps import check_map, follow_map, prepare_map
from kameo.decisions.enums import CommitteeKind
from kameo.decisions.models import Committee, DecisionMap
from kameo.people.enums import Right

MONTH = WholeKind(low=1, high=12)


class MapAdded(Body):
    main: bool = Described(False, description="The account's own map: made when it is not there yet.")


@transaction.atomic
def _add_map(account: Account, *, by: Any, main: bool = False, **values: Any) -> DecisionMap:
    """A map for a deal or a plan; with `main` the account's own, made the first time."""
    if not main:
        made: DecisionMap = record_verbs.add(MAPS, account, by=by, **values)
        return made
    own = domain.main_map(account, by=by)
    return MAPS.change(own, by=by, **values) if values else own


def _say_committee(row: Committee, verb: str, before: Any, by: Any) -> dict[str, Any]:
    return {"committee": row.name}


MAPS: Resource = register(
    Resource(
        key="map",
        model=DecisionMap,
        parent="account",
        alone=True,
        path="maps",
        back="decisions:maps",
        page="decisions:map-one",
        without=("new", "edit"),
        right=Right.WRITE_PERSONS,
        events={"added": events.MAP_CREATED},
        told=("name",),
        verbs={"add": _add_map},
        prepare=prepare_map,
        check=check_map,
        after=follow_map,
        words=Words(
            new=_("New map"),
            edit=_("Change the map"),
            added=_("The map “%(name)s” is there."),
            binned=_("The map “%(name)s” is in the bin."),
            restored=_("The map “%(name)s” is back."),
            in_bin=_("This map is in the bin: restore it first."),
        ),
        api=Api(
            "/maps",
            "decision maps",
            "Map",
            "map",
            also=("main",),
            added=MapAdded,
            order="id",
            ids={
                "list": "list_maps",
                "add": "create_map",
                "read": "read_one_map",
                "change": "change_map",
                "bin": "bin_map",
                "restore": "restore_map",
            },
        ),
        fields=(
            Field("name", note="Empty for the account's own map."),
            Field(
                "expected",
                WholeKind(low=1, high=60),
                note="People who take part in the decision; null takes the company's figure.",
            ),
            Field("budget_opens", MONTH, note="Month (1-12) from which their budget is prepared."),
            Field("budget_closes", MONTH, note="Month (1-12) in which their budget is closed."),
            Field("tender", LongTextKind(), note="How they buy: tenders, thresholds, panels."),
        ),
    )
)

COMMITTEES = register(
    Resource(
        key="committee",
        model=Committee,
        parent="account",
        alone=True,
        path="committees",
        back="decisions:circuit",
        page="decisions:committee",
        without=("new", "edit"),
        right=Right.WRITE_PERSONS,
        verbs={
            "add": lambda account, *, by, **values: domain.create_committee(account=account, by=by, **values),
            "change": domain.change_committee,
        },
        after=_say_committee,
        words=Words(
            new=_("New committee"),
            edit=_("Change the committee"),
            added=_("Committee added."),
            binned=_("%(name)s is in the bin."),
            restored=_("%(name)s is back."),
            in_bin=_("This committee is in the bin: restore it first."),
        ),
        fields=(Field("name"), Field("kind", ChoiceKind(enum=CommitteeKind)), Field("meets"), Field("note")),
    )
)
