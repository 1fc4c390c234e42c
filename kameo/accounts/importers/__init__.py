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
from kameo.accounts.importers.plan import apply, plan, preview, settle
from kameo.core.importing import Importer, Option, Relation, importers
from kameo.people.enums import Right

# What goes with an account that an undo takes away: projections, and what follows it alone.
DISPOSABLE = (
    ("accounts_accountpulse", "account_id"),
    ("accounts_revenueday", "account_id"),
    ("accounts_timelineentry", "account_id"),
    ("accounts_accountvisit", "account_id"),
    ("qualification_classsnapshot", "account_id"),
    ("accounts_twinpair", "first_id"),
    ("accounts_twinpair", "second_id"),
    ("accounts_placement", "account_id"),
    ("accounts_placement", "parent_id"),
)
# Kept by the database or moving with time: their change does not make a row “changed since”.
VOLATILE = ("sort_name", "lineage", "reach", "hidden", "changed_at", "status", "status_at", "status_by_id")

_PART = ("accounts_account", "account_id")
RELATIONS = (
    Relation("accounts_account", title="name", volatile=VOLATILE, disposable=DISPOSABLE, accounts="unnest(t.lineage)"),
    Relation("accounts_identifier", title="value", part_of=_PART),
    Relation("accounts_address", title="city", part_of=_PART),
    Relation("accounts_formername", title="name", volatile=("sort_name",), part_of=_PART),
    Relation("accounts_alias", title="name", volatile=("sort_name",), part_of=_PART),
    Relation("accounts_maildomain", title="domain", part_of=_PART),
    Relation("accounts_accountmember", title="function", part_of=_PART),
)


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
    Option(
        "on_match",
        "choice",
        _("Accounts already known"),
        "update",
        choices=(
            ("update", _("take the values of the file")),
            ("fill", _("only fill what is empty")),
            ("leave", _("leave them as they are")),
        ),
        help=_("An empty cell never erases anything."),
    ),
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
    Option(
        "source",
        "text",
        _("Name of the other system"),
        "",
        help=_("Tells apart two systems that use the same customer numbers."),
    ),
)

importers.register(
    "accounts",
    Importer(
        kind="accounts",
        label=_("Accounts"),
        right=Right.IMPORT_ACCOUNTS,
        fields=FIELDS,
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
