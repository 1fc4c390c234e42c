"""Fields of the company's own, on accounts, people, interactions, invoices.

An administrator adds a typed field; its values stand in the JSON column `custom` of the record, under a key that never
changes, so that history, merges, bulk changes and undo carry them. A noun is able to have some by `custom =
CustomValues()` on its model and a `Subject`. See docs/handbook/custom-fields.md.
"""

from kameo.core.customfields.column import CustomValues
from kameo.core.customfields.subjects import Input, Subject, references, subjects

__all__ = ["CustomValues", "Input", "Subject", "references", "subjects"]
