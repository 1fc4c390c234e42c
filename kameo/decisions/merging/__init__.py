"""What this app does when two records become one: two accounts (`accounts`), two people (`persons`)."""

from kameo.decisions.merging import accounts, persons

__all__ = ["accounts", "persons"]
