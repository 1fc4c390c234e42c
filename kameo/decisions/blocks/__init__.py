"""Blocks of this app on the pages of others: sheets, maps, briefs."""
