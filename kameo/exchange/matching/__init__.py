"""Which column is which field: by name in French and English, by content, and as remembered."""
