"""The pages of a decision map: the address state, the map read once, chart, matrix and list."""
