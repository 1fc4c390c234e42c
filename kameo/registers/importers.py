"""How the lines of the registers are imported: a row finds its account, then the line of it that it is about."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.core.importing import importers
from kameo.core.importing.plain import plain_importer
from kameo.registers.records import PARTNERS, PRESENCES, REFERENCES, SECTOR_NOTES

_NAMES = Path(__file__).with_name("columns.ini")
_ENDS_BEFORE = (_("It ends before it starts."), _("Correct one of the days."))

for order, importer in enumerate(
    (
        plain_importer(
            PARTNERS,
            kind="partners",
            label=_("Partners"),
            match=(("name",),),
            names=_NAMES,
            messages={"partner_ends_after_start": _ENDS_BEFORE},
        ),
        plain_importer(
            PRESENCES,
            kind="competitors",
            label=_("Competitors at work"),
            match=(("competitor", "product"),),
            title="competitor",
            names=_NAMES,
        ),
        plain_importer(
            REFERENCES,
            kind="references",
            label=_("References"),
            match=(("kind", "on", "person", "text"),),
            title="text",
            names=_NAMES,
            messages={"advocacy_ends_after_start": _ENDS_BEFORE},
        ),
        plain_importer(
            SECTOR_NOTES, kind="sector_notes", label=_("Sector notes"), match=(("text",),), title="text", names=_NAMES
        ),
    ),
    start=30,
):
    importers.register(importer.kind, importer, order=order)
