"""What somebody is told that we hold about them."""
