"""What is computed of a relation and stored beside the person."""
