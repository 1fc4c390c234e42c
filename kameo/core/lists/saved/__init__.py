"""Saved views of lists: what they keep, who opens them, how they stand beside the rows."""
