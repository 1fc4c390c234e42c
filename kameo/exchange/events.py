"""What imports tell the journal: one summary event each."""

IMPORTED = "import.applied"
UNDONE = "import.undone"
