"""Registers how accounts are imported. The engine is `kameo.exchange`; see `docs/handbook/import.md`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from statistics import median
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.importers.fields import FIELDS
from kameo.accounts.importers.messages import MESSAGES
from kameo.accounts.importers.nodes import DERIVED, prepare
from kameo.accounts.importers.owner import OWNER
from kameo.accounts.importers.plan import apply, plan, preview, settle
from kameo.accounts.importers.relations import RELATIONS
from kameo.core.importing import Importer, Option, importers, owners
from kameo.core.importing.columns import custom_fields
from kameo.core.importing.declarations import on_match, source
from kameo.people.enums import Right


def guess_unit(numbers: Mapping[str, list[Any]]) -> int | None:
    """Revenue far too small for the headcount is in thousands or millions: nobody turns over 0.40 a head."""
    revenue = [Decimal(value) for value in numbers.get("own_revenue", []) if value > 0]
    heads = [Decimal(value) for value in numbers.get("headcount", []) if value > 0]
    if len(revenue) < 5 or len(heads) < 5:
        return None
    per_head = median(revenue) / median(heads)
    plausible = [unit for unit in (1, 1000, 1_000_000) if 15_000 <= per_head * unit <= 10_000_000]
    return plausible[0] if len(plausible) == 1 and plausible[0] != 1 else None


OPTIONS = (
    on_match(_("Accounts already known"), _("An empty cell never erases anything.")),
    Option(
        "sites",
        "choice",
        _("Establishments (SIRET)"),
        "auto",
        choices=(
            ("auto", _("decide from the file")),
            ("always", _("one site per SIRET")),
            ("never", _("one account per row")),
        ),
    ),
    source(_("Tells apart two systems that use the same customer numbers.")),
)

owners.register("account", OWNER)
importers.register(
    "accounts",
    Importer(
        kind="accounts",
        label=_("Accounts"),
        right=Right.IMPORT_ACCOUNTS,
        own_fields=FIELDS,
        extra=lambda: custom_fields("account"),
        needs=(("name", "siren", "siret", "vat", "external_id"),),
        plan=plan,
        apply=apply,
        settle=settle,
        relations=RELATIONS,
        options=OPTIONS,
        messages=MESSAGES,
        prepare=prepare,
        derived=DERIVED,
        guess_unit=guess_unit,
        preview=preview,
    ),
    order=10,
)
