"""The events of invoices in the journal."""

RECORDED = "invoice.recorded"
CHANGED = "invoice.changed"
BINNED = "invoice.binned"
RESTORED = "invoice.restored"
CONVERTED = "invoices.converted"
