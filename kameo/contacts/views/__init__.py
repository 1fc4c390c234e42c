"""Pages of people: the list, the sheet, segments, duplicates."""
