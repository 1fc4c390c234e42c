"""The block of a person's sheet: their ratings on the maps that the reader sees, and the arguments that suit them."""

from __future__ import annotations

from typing import Any

from kameo.contacts.models import Person
from kameo.contacts.rules import can_write
from kameo.decisions.queries.arguments import arguments_for
from kameo.decisions.queries.stakes import stakes_of
from kameo.decisions.terms.words import TermWords, read_term_words


def on_person(user: Any, person: Person, scope: str) -> dict[str, Any]:
    """Three statements: ratings with their evidence, the lists, the library."""
    stakes = stakes_of(person, user)
    words = read_term_words() if stakes else TermWords({})
    return {
        "stakes_rows": stakes,
        "stakes_words": words,
        "stakes_arguments": arguments_for(person, user, words=words, rated=stakes),
        "stakes_may_write": can_write(user),
    }
