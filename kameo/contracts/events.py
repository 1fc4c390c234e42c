"""What the app tells the journal."""

RECORDED = "invoice.recorded"
CHANGED = "invoice.changed"
BINNED = "invoice.binned"
RESTORED = "invoice.restored"
CONVERTED = "invoices.converted"
