"""The list of accounts: what is asked of it (criteria), its columns, and its plain rows by keyset."""

from kameo.accounts.listing.columns import COLUMNS, Column
from kameo.accounts.listing.criteria import Criteria, matching
from kameo.accounts.listing.fields import AccountRow
from kameo.accounts.listing.orders import ORDERS
from kameo.accounts.listing.rows import COUNTED, PAGE, Cursor, Page, page_for, row_of, rows_for

__all__ = [
    "COLUMNS",
    "COUNTED",
    "ORDERS",
    "PAGE",
    "AccountRow",
    "Column",
    "Criteria",
    "Cursor",
    "Page",
    "matching",
    "page_for",
    "row_of",
    "rows_for",
]
