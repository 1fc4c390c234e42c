"""The blocks of the strength of a relation on other pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts.sheet import sheet_blocks
from kameo.insight.strength.sheet import strength_sheet


def _on_sheet(user: Any, person: Any, scope: str) -> dict[str, Any]:
    return {"strength": strength_sheet(user, person)}


sheet_blocks.put_on_sheet(
    "strength",
    _("Strength of the relationship"),
    fetch=_on_sheet,
    template="insight/strength/_sheet.html",
    column="main",
    order=15,
)
