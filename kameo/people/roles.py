"""The nine roles of product.md and what each may do by default; an administrator edits the rows afterwards."""

from __future__ import annotations

from kameo.people.enums import Right as R

_MEMBER = [R.CREATE_ACCOUNTS, R.WRITE_ACCOUNTS, R.BIN_ACCOUNTS, R.WRITE_INTERACTIONS, R.WRITE_NOTES,
           R.WRITE_DOCUMENTS, R.WRITE_PERSONS, R.IMPORT_ACCOUNTS]  # fmt: skip

# key: (name, rights, most key accounts, most large accounts)  — caps from R100
DEFAULTS: dict[str, tuple[str, list[str], int | None, int | None]] = {
    "director": ("Sales director", [right for right in R if right != R.MANAGE_USERS], None, None),
    "kam": ("Key account manager", _MEMBER, 3, None),
    "large_account_manager": ("Large-account manager", _MEMBER, None, 10),
    "sales": ("Sales", _MEMBER, None, None),
    "support": (
        "Support",
        [R.SEE_ALL_ACCOUNTS, R.WRITE_INTERACTIONS, R.WRITE_NOTES, R.WRITE_DOCUMENTS, R.WRITE_PERSONS],
        None,
        None,
    ),
    "finance": (
        "Finance",
        [R.SEE_ALL_ACCOUNTS, R.WRITE_INVOICES, R.IMPORT_INVOICES, R.SEE_FINANCE, R.SEE_TOTALS, R.WRITE_NOTES,
         R.WRITE_DOCUMENTS],
        None,
        None,
    ),
    "marketing": ("Marketing", [R.SEE_ALL_ACCOUNTS, R.WRITE_NOTES], None, None),
    "product": ("Product", [], None, None),
    "executive": (
        "Executive",
        [R.SEE_ALL_ACCOUNTS, R.WRITE_NOTES, R.SEE_FINANCE, R.SEE_TOTALS],
        None,
        None,
    ),
    "reader": ("Reader", [], None, None),
    "administrator": ("Administrator", [right for right in R if right != R.SEE_CONFIDENTIAL], None, None),
}  # fmt: skip
