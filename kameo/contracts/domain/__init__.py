"""What follows from invoices, and the amounts they hold. Their verbs are those of `records.INVOICES`."""

from kameo.contracts.domain.invoices import convert_missing

__all__ = ["convert_missing"]
