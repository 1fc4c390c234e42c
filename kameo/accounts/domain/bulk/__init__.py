"""What may be done to many accounts at once, each kind in a few statements: field, tags, status, lead, bin."""

from kameo.accounts.domain.bulk import bins, fields
from kameo.core.lists.bulk.plans import BulkKind
from kameo.core.registry import Store

# An app above registers what it adds, in its `domain`.
bulk_kinds: Store[BulkKind] = Store("changes of many accounts")
bulk_kinds.register("field", fields.FIELD, order=10)
bulk_kinds.register("tags", fields.TAGS, order=20)
bulk_kinds.register("status", fields.STATUS, order=30)
bulk_kinds.register("bin", bins.BIN, order=50)
