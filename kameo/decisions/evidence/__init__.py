"""What ratings rest on: grades, contradictions, belief."""
