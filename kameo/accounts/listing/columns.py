"""The columns that the list may show: label, attributes read, order, edit in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kameo.accounts.listing.fields import ALWAYS
from kameo.accounts.rules import can_see_totals
from kameo.core.figures import definition


@dataclass(frozen=True)
class AccountColumn:
    """`reads` are attributes of AccountRow; `order` a key of ORDERS; `edits` the field changed in place.

    `help` says what the figure is; `totals` keeps the column from those who may not see our own revenue.
    """

    key: str
    label: Any
    reads: tuple[str, ...] = ()
    order: str = ""
    numeric: bool = False
    edits: str = ""
    help: Any = ""
    totals: bool = False


COLUMNS = {
    column.key: column
    for column in (
        AccountColumn("name", _("Account"), order="name"),
        AccountColumn(
            "class",
            _("Class"),
            ("class_source",),
            order="class",
            help=_("Two axes: large by volume, key by strategy. It says when a director decided it."),
        ),
        AccountColumn("status", _("Status"), ("status",), order="status", edits="status"),
        AccountColumn("lead", _("Lead"), ("lead_id", "lead_first", "lead_last"), edits="lead"),
        AccountColumn("back_up", _("Back-up"), ("back_up",)),
        AccountColumn(
            "revenue",
            _("Revenue 12 m"),
            ("revenue", "unconverted", "left_out"),
            order="revenue",
            numeric=True,
            help=definition("account.revenue_12m"),
        ),
        AccountColumn(
            "previous",
            _("12 m before"),
            ("previous",),
            order="previous",
            numeric=True,
            help=definition("account.revenue_previous_12m"),
        ),
        AccountColumn(
            "change",
            _("Over a year"),
            ("change",),
            order="change",
            numeric=True,
            help=definition("account.revenue_change"),
        ),
        AccountColumn(
            "share",
            pgettext_lazy("of our revenue", "Share"),
            ("revenue",),
            numeric=True,
            totals=True,
            help=definition("account.share"),
        ),
        AccountColumn(
            "potential",
            _("Potential"),
            ("potential",),
            order="potential",
            numeric=True,
            edits="potential",
            help=definition("account.potential"),
        ),
        AccountColumn(
            "scorecard",
            _("Scorecard"),
            ("scorecard", "scorecard_completeness"),
            order="scorecard",
            numeric=True,
            help=definition("account.scorecard"),
        ),
        AccountColumn(
            "alignment",
            _("Alignment"),
            ("alignment", "alignment_completeness"),
            order="alignment",
            numeric=True,
            help=definition("account.alignment"),
        ),
        AccountColumn("contact", _("Last contact"), ("last_contact_at",), order="contact", numeric=True),
        AccountColumn(
            "cadence",
            _("Cadence"),
            ("cadence", "orientation"),
            numeric=True,
            edits="cadence_days",
            help=_("Longest time between two contacts."),
        ),
        AccountColumn("orientation", _("Orientation"), ("orientation",), edits="orientation"),
        AccountColumn("sector", _("Sector"), ("sector",), edits="sector"),
        AccountColumn("country", _("Country"), ("country",)),
        AccountColumn("tags", _("Tags"), ("tags",), edits="tags"),
        AccountColumn("kind", _("Kind"), ("kind",)),
        AccountColumn(
            "entities",
            _("Entities"),
            ("entities", "sites"),
            order="entities",
            numeric=True,
            help=definition("account.entities"),
        ),
        AccountColumn("sites", _("Sites"), ("sites",), numeric=True),
        AccountColumn("headcount", _("Headcount"), ("headcount",), numeric=True),
        AccountColumn("invoice", _("Last invoice"), ("last_invoice_on",), order="invoice", numeric=True),
        AccountColumn("watched", _("Watch-list"), ("watched",)),
        AccountColumn(
            "mapped",
            _("People mapped"),
            ("mapped", "expected"),
            order="mapped",
            numeric=True,
            help=definition("coverage.completeness"),
        ),
        AccountColumn(
            "threads", _("Threads"), ("threads",), order="threads", numeric=True, help=definition("coverage.threads")
        ),
        AccountColumn(
            "relationship",
            _("Relationship"),
            ("relationship",),
            order="relationship",
            numeric=True,
            help=definition("coverage.relationship"),
        ),
        AccountColumn(
            "map_status",
            _("Map status"),
            ("map_status",),
            order="map_status",
            numeric=True,
            help=definition("coverage.status"),
        ),
        AccountColumn("created", _("Created"), ("created_at",), order="created", numeric=True),
    )
}
DEFAULT = ("name", "class", "status", "lead", "revenue", "change", "share", "contact", "entities")


def allowed(user: Any) -> dict[str, AccountColumn]:
    """The columns this reader may choose from, in the register's order."""
    totals = can_see_totals(user)
    return {key: column for key, column in COLUMNS.items() if totals or not column.totals}


def chosen(keys: Iterable[str], user: Any) -> list[AccountColumn]:
    """The columns to show, the name first, unknown and refused ones left out; the usual ones when none is left."""
    may = allowed(user)
    wanted = [key for key in dict.fromkeys(keys) if key in may and key != "name"]
    return [may[key] for key in ["name", *(wanted or [key for key in DEFAULT[1:] if key in may])]]


def reads(columns: Sequence[AccountColumn]) -> tuple[str, ...]:
    """The values that these columns show, without doubles, those of every row first."""
    return tuple(dict.fromkeys([*ALWAYS, *(name for column in columns for name in column.reads)]))
