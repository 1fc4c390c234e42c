"""One function per resource and verb."""
