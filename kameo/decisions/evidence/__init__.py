"""Evidence of ratings: grades, contradictions, belief."""
