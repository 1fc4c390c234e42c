"""The list of accounts: its criteria, its columns, and its plain rows by keyset."""

from kameo.accounts.listing.columns import COLUMNS, AccountColumn
from kameo.accounts.listing.criteria import AccountCriteria, matching
from kameo.accounts.listing.fields import AccountRow
from kameo.accounts.listing.orders import ORDERS
from kameo.accounts.listing.rows import COUNTED, PAGE, AccountPage, Cursor, page_for, row_of, rows_for

__all__ = [
    "COLUMNS",
    "COUNTED",
    "ORDERS",
    "PAGE",
    "AccountColumn",
    "AccountCriteria",
    "AccountPage",
    "AccountRow",
    "Cursor",
    "matching",
    "page_for",
    "row_of",
    "rows_for",
]
