"""Pages of the shell: home, the account page, search, and what surrounds them."""
