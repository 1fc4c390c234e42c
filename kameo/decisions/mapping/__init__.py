"""What the pages of a decision map show: the address, the map read once, each way to look at it."""
