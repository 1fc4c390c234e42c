"""The events of imports in the journal: one summary event each."""

IMPORTED = "import.applied"
UNDONE = "import.undone"
