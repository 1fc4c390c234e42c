"""Stage, plan, apply and undo: set-based, in one transaction, for the page, the API and the command alike."""
