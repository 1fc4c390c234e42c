"""`make bench`: what pages and API calls cost at volume, as ratios to their own SQL (architecture.md §6).

Not a test: nothing here passes or fails. It runs in a throw-away home, never in yours.
"""
