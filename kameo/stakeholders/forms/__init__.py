"""Shapes of the pages of people, of decision maps, and of what surrounds them."""
