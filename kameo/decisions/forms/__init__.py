"""What people type about who decides."""
