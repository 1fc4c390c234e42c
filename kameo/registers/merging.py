"""The merge of two accounts: the lines of the registers follow."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.merging import SUBJECT
from kameo.core.merging import register, register_rows
from kameo.registers.models import Advocacy, CompetitorPresence, Partner, SectorNote

for key, part in {
    "registers.advocacies": register_rows(Advocacy, label=_("references"), counted="binned_at is null"),
    "registers.advocacies_for": register_rows(Advocacy, "benefits"),
    "registers.competitors": register_rows(CompetitorPresence, label=_("competitors"), counted="binned_at is null"),
    "registers.partners": register_rows(
        Partner, once=[("sort_name",)], label=_("partners"), counted="binned_at is null"
    ),
    "registers.partners_of": register_rows(Partner, "company"),
    "registers.sector_notes": register_rows(SectorNote, label=_("sector notes"), counted="binned_at is null"),
}.items():
    register(SUBJECT, key, part, order=30)
