"""Figures of a relation, computed and stored beside the person."""
