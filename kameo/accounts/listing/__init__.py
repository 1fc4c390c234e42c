"""What the list of accounts shows, asks and changes in place; `accounts.lists` puts it together."""
