"""One person's sheet."""
