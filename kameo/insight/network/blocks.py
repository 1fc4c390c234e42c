"""The blocks of the network on other pages: introducers on a person's sheet, the way here on a map."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import PersonKind
from kameo.contacts.sheet import sheet_blocks
from kameo.decisions import rules
from kameo.decisions.mapping import map_blocks
from kameo.decisions.models import DecisionStep
from kameo.insight.network.introducers import introducers


def _on_sheet(user: Any, person: Any, scope: str) -> dict[str, Any] | None:
    if person.kind == PersonKind.PLACEHOLDER:
        return None
    return {"introducers": introducers(person, user), "introducers_may_ask": rules.can_ask(user)}


def _on_map(user: Any, decision_map: Any, scope: str) -> dict[str, Any]:
    days = list(DecisionStep.objects.filter(map=decision_map).values_list("days", flat=True))
    known = [one for one in days if one is not None]
    total = sum(known) if len(known) == len(days) and days else None
    return {"circuit_map": decision_map, "circuit_steps": len(days), "circuit_days": total}


sheet_blocks.put_on_sheet(
    "introducers", _("Who can introduce you"), fetch=_on_sheet, template="insight/network/_sheet.html", order=40
)
map_blocks.put_beside_map(
    "circuit", _("How they decide, who knows whom"), fetch=_on_map, template="insight/network/_map.html", order=60
)
