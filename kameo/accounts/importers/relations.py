"""The tables that a run which brings accounts writes, as an undo needs to know them."""

from __future__ import annotations

from kameo.core.importing import Relation

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
