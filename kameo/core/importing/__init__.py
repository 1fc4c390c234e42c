"""The declarations by which an app makes its records importable; `exchange` holds the engine that reads them.

Register an `Importer` in the app's `importers.py`: its fields (with the names people give to columns), its
options, and two set-based verbs over the staging tables: `plan` says what would happen, `apply` does it. `changes`
compares and writes plain fields, `preview` shows some rows of the outcome. A noun that hangs on an account and holds
nothing but fields asks `records.importing` for all of it.
"""

from kameo.core.importing.batch import Batch, CancelledError, from_json
from kameo.core.importing.declarations import (
    Importer,
    ImportField,
    ImportOwner,
    Messages,
    Option,
    RecordPreview,
    Relation,
    importers,
    owners,
)

__all__ = [
    "Batch",
    "CancelledError",
    "ImportField",
    "ImportOwner",
    "Importer",
    "Messages",
    "Option",
    "RecordPreview",
    "Relation",
    "from_json",
    "importers",
    "owners",
]
