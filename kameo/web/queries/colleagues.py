"""Finding a colleague by part of a name, accents and typing slips forgiven."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, FloatField, Q, Value, When

from kameo.core.text import fold
from kameo.people.models import User

CLOSE_ENOUGH = 0.5  # of 1: "ferandin" still finds Ferrandin


@dataclass(frozen=True)
class ColleagueMatch:
    id: int
    name: str
    detail: str


def colleagues_matching(text: str, *, limit: int) -> list[ColleagueMatch]:
    """Active colleagues: those whose name starts so first, then those who contain it, then close spellings."""
    words = fold(text).split()
    people = User.objects.active().select_related("role")
    if words:
        contains, starts = Q(), Q()
        for word in words:
            contains &= Q(sort_name__contains=word)
            starts &= Q(sort_name__startswith=word) | Q(sort_name__contains=f" {word}")
        rank = Case(
            When(starts, then=Value(3.0)),
            When(contains, then=Value(2.0)),
            default=TrigramWordSimilarity(" ".join(words), "sort_name"),
            output_field=FloatField(),
        )
        people = people.annotate(rank=rank).filter(rank__gte=CLOSE_ENOUGH).order_by("-rank", "sort_name", "id")
    return [ColleagueMatch(user.pk, user.full_name, user.title or user.role.label) for user in people[:limit]]
