"""Pages of people, of decision maps, and of what surrounds them."""
