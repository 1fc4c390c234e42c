"""The list of accounts: what is asked of it (criteria), and its plain rows by keyset."""

from kameo.accounts.listing.criteria import Criteria, matching
from kameo.accounts.listing.rows import COUNTED, ORDERS, PAGE, AccountRow, Cursor, Page, page_for, rows_for

__all__ = [
    "COUNTED",
    "ORDERS",
    "PAGE",
    "AccountRow",
    "Criteria",
    "Cursor",
    "Page",
    "matching",
    "page_for",
    "rows_for",
]
