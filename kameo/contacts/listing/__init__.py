"""The list of people: what it shows, filters, order, files."""
