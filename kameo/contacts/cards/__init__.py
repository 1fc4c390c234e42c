"""Visiting cards (vCard 2.1, 3.0, 4.0, jCard, xCard): read whatever products write, write what they all read."""

from kameo.contacts.cards.reading import CardProperty, VisitingCard, read_cards
from kameo.contacts.cards.writing import CardFacts, format_card, write_card

__all__ = ["CardFacts", "CardProperty", "VisitingCard", "format_card", "read_cards", "write_card"]
