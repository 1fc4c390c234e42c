"""What each column of the list is in a file: one header or more, raw values, words in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kameo.accounts.enums import AccountClass, Kind, Orientation, Status
from kameo.accounts.listing import AccountColumn, AccountRow
from kameo.accounts.listing.active_filters import SOURCES

Value = Callable[[AccountRow], Any]
# What a file holds when nobody chose columns.
EVERYTHING = (
    "parent",
    "kind",
    "status",
    "class",
    "lead",
    "sector",
    "country",
    "revenue",
    "previous",
    "change",
    "unconverted",
    "contact",
    "entities",
    "sites",
    "left_out",
    "confidential",
)


@dataclass(frozen=True)
class ExportColumns:
    """Headers and readers of a file, taken while the request lasts: the rows are written after it."""

    headers: list[str]
    readers: list[Value]

    def values(self, row: AccountRow) -> list[Any]:
        """One line; percentages out of 100, nothing where nothing is known."""
        return [read(row) for read in self.readers]


def words(currency: str, columns: Sequence[AccountColumn] | None = None) -> ExportColumns:
    """In the language and the zone of the request; everything when no column is chosen."""
    cells = _cells(currency, timezone.get_current_timezone())
    keys = EVERYTHING if columns is None else ("parent", *(column.key for column in columns))
    shown = [cells["number"], cells["name"], *(cells[key] for key in keys if key not in {"name", "share"})]
    return ExportColumns([header for header, _read in shown], [read for _header, read in shown])


def _cells(currency: str, zone: tzinfo) -> dict[str, tuple[str, Value]]:
    money = {"currency": currency}
    yes, no = _("yes"), _("no")
    kinds, statuses, classes, orientations = (
        {str(value): str(label) for value, label in choices}
        for choices in (Kind.choices, Status.choices, AccountClass.choices, Orientation.choices)
    )
    sources = {key: str(label) for key, label in SOURCES.items()}
    return {
        "number": (_("Number"), lambda row: row.id),
        "name": (_("Name"), lambda row: row.name),
        "parent": (_("Belongs to"), lambda row: row.parent_name or ""),
        "kind": (_("Kind"), lambda row: kinds[row.kind]),
        "status": (_("Status"), lambda row: statuses[row.status]),
        "class": (_("Class"), lambda row: classes[row.account_class]),
        "class_source": (_("Class decided"), lambda row: sources.get(row.class_source, "")),
        "lead": (_("Lead"), lambda row: row.lead),
        "back_up": (_("Back-up"), lambda row: row.back_up or ""),
        "sector": (_("Sector"), lambda row: row.sector),
        "country": (_("Country"), lambda row: row.country),
        "tags": (_("Tags"), lambda row: ", ".join(row.tags)),
        "revenue": (_("Revenue 12 m (%(currency)s)") % money, lambda row: row.revenue),
        "previous": (_("Revenue 12 m before (%(currency)s)") % money, lambda row: row.previous),
        "change": (_("Change (%)"), lambda row: None if row.change is None else round(row.change * 100, 2)),
        "unconverted": (_("Documents not converted"), lambda row: row.unconverted),
        "potential": (_("Potential (%(currency)s)") % money, lambda row: row.potential),
        "scorecard": (_("Scorecard"), lambda row: row.scorecard),
        "alignment": (_("Alignment"), lambda row: row.alignment),
        "orientation": (_("Orientation"), lambda row: orientations.get(row.orientation, "")),
        "cadence": (_("Cadence (days)"), lambda row: row.cadence),
        "contact": (_("Last contact"), lambda row: _local_day(row.last_contact_at, zone)),
        "invoice": (_("Last invoice"), lambda row: row.last_invoice_on),
        "entities": (_("Entities"), lambda row: row.entities),
        "sites": (_("Sites"), lambda row: row.sites),
        "left_out": (_("Entities left out"), lambda row: row.left_out),
        "headcount": (_("Headcount"), lambda row: row.headcount),
        "watched": (_("Watch-list"), lambda row: yes if row.watched else no),
        "mapped": (_("People mapped"), lambda row: row.mapped),
        "threads": (_("Threads"), lambda row: row.threads),
        "relationship": (_("Relationship"), lambda row: row.relationship),
        "map_status": (_("Map status"), lambda row: row.map_status),
        "created": (_("Created"), lambda row: _local_day(row.created_at, zone)),
        "confidential": (_("Confidential"), lambda row: yes if row.confidential else no),
    }


def _local_day(moment: Any, zone: tzinfo) -> Any:
    return moment.astimezone(zone).date() if moment else None
