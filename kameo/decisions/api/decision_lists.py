"""Arguments that suit somebody, over HTTP; the library itself is one of the lists of `decisions.choices`."""

from __future__ import annotations

from typing import Any

from ninja import Router

from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api.problem import RESPONSES
from kameo.decisions.api.map_schemas import SuggestionOut
from kameo.decisions.queries.arguments import arguments_for

router = Router(tags=["decision lists"])


@router.get("/persons/{person_id}/arguments", response={200: list[SuggestionOut], **RESPONSES})
def suggest_arguments(request: SignedIn, person_id: int) -> Any:
    """The arguments that suit somebody, the fittest first, with the reason (R64)."""
    user = request.user
    return arguments_for(get_visible(Person.objects, user, pk=person_id), user)
