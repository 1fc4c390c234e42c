"""The pages of imports (written by the lead right now: list, wizard, outcome, progress, result, undo)."""
