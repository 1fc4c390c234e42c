"""The settings of the company: what people change while they work."""
