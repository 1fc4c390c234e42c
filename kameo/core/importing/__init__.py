"""The declarations by which an app makes its records importable; `exchange` holds the engine that reads them.

Register an `Importer` in the app's `importers.py`: its fields (with the names people give to columns), its
options, and two set-based verbs over the staging tables: `plan` says what would happen, `apply` does it.
"""

from kameo.core.importing.batch import Batch, CancelledError, from_json
from kameo.core.importing.declarations import Field, Importer, Messages, Option, RecordPreview, Relation, importers

__all__ = [
    "Batch",
    "CancelledError",
    "Field",
    "Importer",
    "Messages",
    "Option",
    "RecordPreview",
    "Relation",
    "from_json",
    "importers",
]
