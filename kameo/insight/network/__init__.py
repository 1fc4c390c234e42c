"""The relations network: our people and theirs, ways to a person, bridges, pairs of functions (R71, R211)."""
