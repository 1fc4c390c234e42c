"""Everything that is drawn: macros, formats, the document and the shell. No business noun."""
