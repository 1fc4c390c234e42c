"""Ways to reach somebody, as they are stored and written."""
