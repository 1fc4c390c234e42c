"""Changing many records of a list at once: what will happen, doing it, undoing it."""
