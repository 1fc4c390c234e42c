"""Open any table a company owns and say what was recognised. Knows nothing of Django models."""
