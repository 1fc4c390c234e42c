"""What a person who asks is told of the data held about them."""
