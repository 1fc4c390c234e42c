"""Match columns with fields: by name in French and English, by content, and as remembered."""
