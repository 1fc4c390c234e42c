"""The library of arguments."""
