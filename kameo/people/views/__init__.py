"""One module per resource; one function per resource and verb."""
