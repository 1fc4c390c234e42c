"""The list of people: its rows, filters and files; `contacts.lists` puts it together."""
