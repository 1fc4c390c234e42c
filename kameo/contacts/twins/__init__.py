"""Two people who may be one, before they are merged."""
