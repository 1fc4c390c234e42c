"""The columns that the list of accounts may show, and those of its files alone."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Case, F, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kameo.accounts.enums import AccountClass, Kind, Orientation, Status
from kameo.accounts.listing import rows
from kameo.accounts.listing.edits import EDITS
from kameo.accounts.listing.filters import SOURCES
from kameo.accounts.rules import can_see_totals
from kameo.core.figures import definition
from kameo.core.kinds import ChoiceKind, DayKind, FlagKind, MomentKind, MoneyKind, NumberKind, TagsKind, WholeKind
from kameo.core.lists import Column

RATIO = NumberKind(decimals=6)


def _rank(name: str, values: list[str]) -> Case:
    whens = [When(**{name: value}, then=Value(rank)) for rank, value in enumerate(values)]
    return Case(*whens, default=Value(len(values)), output_field=models.IntegerField())


def _percent(row: Any) -> Any:
    return None if row.change is None else round(row.change * 100, 2)


_IDENTITY = (
    Column("name", _("Account"), sort="sort_name", header=_("Name"), orders=(_("Name, A to Z"), _("Name, Z to A"))),
    Column(
        "class",
        _("Class"),
        ChoiceKind(enum=AccountClass),
        attribute="account_class",
        read=rows.otherwise("pulse__account_class", AccountClass.STANDARD.value),
        also=("class_source",),
        sort=_rank("pulse__account_class", ["large_key", "key", "large"]),
        sort_kind=WholeKind(),
        orders=(_("Class"), ""),
        help=_("Two axes: large by volume, key by strategy. It says when a director decided it."),
    ),
    Column(
        "status",
        _("Status"),
        ChoiceKind(enum=Status),
        sort=_rank("status", [Status.ACTIVE, Status.PROSPECT, Status.DORMANT]),
        sort_kind=WholeKind(),
        orders=(_("Status"), ""),
        edit=EDITS["status"],
    ),
    Column(
        "lead",
        _("Lead"),
        attribute="lead_id",
        read="lead_member__user_id",
        also=("lead_first", "lead_last"),
        edit=EDITS["lead"],
        value=lambda row: row.lead,
    ),
    Column("back_up", _("Back-up"), read=rows.back_ups, shown=False, value=lambda row: row.back_up or ""),
)
_FIGURES = (
    Column(
        "revenue",
        _("Revenue 12 m"),
        MoneyKind(),
        read="pulse__tree_revenue_12m",
        also=("unconverted", "left_out"),
        sort=True,
        descending=True,
        orders=(_("Revenue, lowest first"), _("Revenue, highest first")),
        help=definition("account.revenue_12m"),
    ),
    Column(
        "previous",
        _("12 m before"),
        MoneyKind(),
        read="pulse__tree_revenue_previous_12m",
        sort=True,
        descending=True,
        orders=("", ""),
        shown=False,
        header=_("Revenue 12 m before (%(currency)s)"),
        help=definition("account.revenue_previous_12m"),
    ),
    Column(
        "change",
        _("Over a year"),
        RATIO,
        read=lambda user: rows.CHANGE,
        sort=True,
        descending=True,
        orders=(_("Change, worst first"), _("Change, best first")),
        header=_("Change (%)"),
        value=_percent,
        help=definition("account.revenue_change"),
    ),
    Column(
        "share",
        pgettext_lazy("of our revenue", "Share"),
        MoneyKind(),
        attribute="revenue",
        read="pulse__tree_revenue_12m",
        when=can_see_totals,
        filed=False,
        help=definition("account.share"),
    ),
    Column(
        "potential",
        _("Potential"),
        MoneyKind(),
        sort=True,
        descending=True,
        orders=("", _("Potential, highest first")),
        shown=False,
        edit=EDITS["potential"],
        help=definition("account.potential"),
    ),
    Column(
        "scorecard",
        _("Scorecard"),
        NumberKind(),
        read="pulse__scorecard",
        also=("scorecard_completeness",),
        sort=True,
        descending=True,
        orders=("", _("Scorecard, highest first")),
        shown=False,
        help=definition("account.scorecard"),
    ),
    Column(
        "alignment",
        _("Alignment"),
        NumberKind(),
        read="pulse__alignment",
        also=("alignment_completeness",),
        sort=True,
        descending=True,
        orders=("", _("Alignment, highest first")),
        shown=False,
        help=definition("account.alignment"),
    ),
)
_CONTACT = (
    Column(
        "contact",
        _("Last contact"),
        MomentKind(),
        attribute="last_contact_at",
        read="pulse__tree_last_contact_at",
        sort=True,
        descending=True,
    ),
    Column(
        "cadence",
        _("Cadence"),
        WholeKind(),
        read="cadence_days",
        also=("orientation",),
        shown=False,
        edit=EDITS["cadence"],
        header=_("Cadence (days)"),
        help=_("Longest time between two contacts."),
    ),
    Column("orientation", _("Orientation"), ChoiceKind(enum=Orientation), shown=False, edit=EDITS["orientation"]),
)
_FACTS = (
    Column("sector", _("Sector"), shown=False, edit=EDITS["sector"]),
    Column("country", _("Country"), shown=False),
    Column("tags", _("Tags"), TagsKind(), shown=False, edit=EDITS["tags"]),
    Column("kind", _("Kind"), ChoiceKind(enum=Kind), shown=False),
    Column(
        "entities",
        _("Entities"),
        WholeKind(),
        read=rows.otherwise("pulse__tree_entities", 1),
        also=("sites",),
        sort=F("pulse__tree_entities"),
        descending=True,
        orders=("", _("Entities, most first")),
        help=definition("account.entities"),
    ),
    Column("sites", _("Sites"), WholeKind(), read=rows.otherwise("pulse__tree_sites", 0), shown=False),
    Column("headcount", _("Headcount"), WholeKind(), shown=False),
    Column(
        "invoice",
        _("Last invoice"),
        DayKind(),
        attribute="last_invoice_on",
        read="pulse__tree_last_invoice_on",
        sort=True,
        descending=True,
        orders=("", _("Last invoice, latest first")),
        shown=False,
    ),
    Column("watched", _("Watch-list"), FlagKind(), shown=False),
)
_MAP = (
    Column(
        "mapped",
        _("People mapped"),
        WholeKind(),
        read="pulse__mapped",
        also=("expected",),
        sort=True,
        orders=(_("People mapped, fewest first"), ""),
        shown=False,
        help=definition("coverage.completeness"),
    ),
    Column(
        "threads",
        _("Threads"),
        WholeKind(),
        read="pulse__threads",
        also=("mapped",),
        sort=True,
        orders=(_("Threads, fewest first"), ""),
        shown=False,
        help=definition("coverage.threads"),
    ),
    Column(
        "relationship",
        _("Relationship"),
        NumberKind(),
        read="pulse__relationship",
        also=("mapped",),
        sort=True,
        descending=True,
        orders=(_("Relationship, weakest first"), _("Relationship, strongest first")),
        shown=False,
        help=definition("coverage.relationship"),
    ),
    Column(
        "map_status",
        _("Map status"),
        WholeKind(),
        read="pulse__map_status",
        sort=True,
        orders=(_("Map status, emptiest first"), ""),
        shown=False,
        help=definition("coverage.status"),
    ),
)
_FILES = (
    Column("parent", _("Belongs to"), attribute="parent_name", read=rows.name_above, drawn=False),
    Column(
        "unconverted",
        _("Documents not converted"),
        WholeKind(),
        read=rows.otherwise("pulse__tree_unconverted", 0),
        drawn=False,
    ),
    Column(
        "left_out", _("Entities left out"), WholeKind(), read=rows.otherwise("pulse__tree_left_out", 0), drawn=False
    ),
    Column("confidential", _("Confidential"), FlagKind(), drawn=False),
    Column(
        "class_source",
        _("Class decided"),
        ChoiceKind(choices=tuple(SOURCES.items())),
        read=rows.otherwise("pulse__class_source", "computed"),
        drawn=False,
    ),
)
COLUMNS = (
    *_IDENTITY,
    *_FIGURES,
    *_CONTACT,
    *_FACTS,
    *_MAP,
    Column(
        "created",
        _("Created"),
        MomentKind(),
        attribute="created_at",
        sort=True,
        descending=True,
        read="created_at",
        orders=("", _("Created, latest first")),
        shown=False,
    ),
    *_FILES,
)
# What a file holds when nobody chose columns.
EVERYTHING = (
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
