"""The formal circuit of a decision."""
