"""The roles of product.md and what each may do by default; an administrator edits the rows afterwards."""

from __future__ import annotations

from kameo.core.text import N_
from kameo.people.enums import Right

R = Right


_MEMBER: list[str] = [
    R.CREATE_ACCOUNTS,
    R.WRITE_ACCOUNTS,
    R.BIN_ACCOUNTS,
    R.WRITE_INTERACTIONS,
    R.WRITE_NOTES,
    R.WRITE_DOCUMENTS,
    R.WRITE_PERSONS,
    R.IMPORT_ACCOUNTS,
]

# key: (name, rights, most key accounts, most large accounts)  — caps from R100
DEFAULTS: dict[str, tuple[str, list[str], int | None, int | None]] = {
    "director": (N_("Sales director"), [right for right in R if right != R.MANAGE_USERS], None, None),
    "kam": (N_("Key account manager"), _MEMBER, 3, None),
    "large_account_manager": (N_("Large-account manager"), _MEMBER, None, 10),
    "sales": (N_("Sales"), _MEMBER, None, None),
    "support": (
        N_("Support"),
        [R.SEE_ALL_ACCOUNTS, R.WRITE_INTERACTIONS, R.WRITE_NOTES, R.WRITE_DOCUMENTS, R.WRITE_PERSONS],
        None,
        None,
    ),
    "finance": (
        N_("Finance"),
        [
            R.SEE_ALL_ACCOUNTS,
            R.WRITE_INVOICES,
            R.IMPORT_INVOICES,
            R.SEE_FINANCE,
            R.SEE_TOTALS,
            R.WRITE_NOTES,
            R.WRITE_DOCUMENTS,
        ],
        None,
        None,
    ),
    "marketing": (N_("Marketing"), [R.SEE_ALL_ACCOUNTS, R.WRITE_NOTES], None, None),
    "product": (N_("Product"), [], None, None),
    "executive": (N_("Executive"), [R.SEE_ALL_ACCOUNTS, R.WRITE_NOTES, R.SEE_FINANCE, R.SEE_TOTALS], None, None),
    "reader": (N_("Reader"), [], None, None),
    "administrator": (N_("Administrator"), [right for right in R if right != R.SEE_CONFIDENTIAL], None, None),
}
