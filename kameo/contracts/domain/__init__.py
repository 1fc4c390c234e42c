"""The verbs that write invoices. Each is one transaction, names its author and lists its effects in order."""

from kameo.contracts.domain.invoices import (
    FIELDS,
    bin_invoice,
    change_invoice,
    convert_missing,
    record_invoice,
    restore_invoice,
)

__all__ = ["FIELDS", "bin_invoice", "change_invoice", "convert_missing", "record_invoice", "restore_invoice"]
