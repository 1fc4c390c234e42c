"""The base of every app's `api.py`: schemas, keyset pages, problem+json errors, strict parameters."""

from kameo.core.api.pages import Page, PageQuery, page_of
from kameo.core.api.schemas import Body, Query, read_as

__all__ = ["Body", "Page", "PageQuery", "Query", "page_of", "read_as"]
