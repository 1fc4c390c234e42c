"""The pages of imports: list and drop, the steps of one import, and what makes it run."""
