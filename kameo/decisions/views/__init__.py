"""Pages about who decides."""
