"""What the app puts on pages of others: sheets, maps, briefs."""
