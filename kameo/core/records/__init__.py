"""Records: a noun is declared once, in its app's `records.py`; pages, forms, bin, history and API come from it.

`register(Resource(...))` gives the noun its pages (`urls`), its operations (`api`) and its cases
(`tests/architecture/test_records.py`). `extensions` adds fields of the company's own. See docs/handbook/records.md.
"""

from kameo.core.records.fields import Field
from kameo.core.records.resource import (
    Api,
    Once,
    Parent,
    Resource,
    Words,
    extensions,
    keepers,
    parents,
    register,
    resources,
)
from kameo.core.records.versions import ConflictError, version_of

__all__ = [
    "Api",
    "ConflictError",
    "Field",
    "Once",
    "Parent",
    "Resource",
    "Words",
    "extensions",
    "keepers",
    "parents",
    "register",
    "resources",
    "version_of",
]
