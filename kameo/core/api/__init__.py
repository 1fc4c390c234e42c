"""What every app's `api.py` stands on: schemas, keyset pages, problem+json errors, strict parameters."""

from kameo.core.api.pages import Page, PageQuery, each, page_of
from kameo.core.api.schemas import Body, Query

__all__ = ["Body", "Page", "PageQuery", "Query", "each", "page_of"]
