"""People in the global search: by name or e-mail address; typing slips forgiven."""

from __future__ import annotations

from typing import Any

from django.db.models import FloatField, Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.contacts.lists import PEOPLE
from kameo.core import search
from kameo.core.lists import asking, matching
from kameo.core.search import Hit, SearchTerms

COLUMNS = ("pk", "first_name", "last_name", "label", "title", "account_name")
NEAR = 0.36  # least likeness of a word to what was typed, from 0 to 1


def find_people(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    """The best `limit` people for what was typed, among those `user` may see."""
    people = matching(PEOPLE, user, asking(former=("1",)))
    words = Q()
    for word in query.folded.split():
        words &= Q(sort_name__contains=word) | Q(emails__address__icontains=word)
    found = list(people.filter(words).distinct().order_by("sort_name", "pk").values_list(*COLUMNS)[:limit])
    if not found:
        likeness = RawSQL("word_similarity(%s, contacts_person.sort_name)", [query.folded], FloatField())
        near = people.annotate(likeness=likeness).filter(likeness__gte=NEAR)
        found = list(near.order_by("-likeness", "pk").values_list(*COLUMNS)[:limit])
    return [_hit(row) for row in found]


def _hit(row: tuple[Any, ...]) -> Hit:
    pk, first, last, label, title, account = row
    name = f"{first} {last}".strip() or label
    detail = " · ".join(part for part in (title, account) if part)
    return Hit(name, reverse("contacts:one", args=[pk]), detail=detail, picture="avatar")


search.register("persons", _("Contacts"), find_people, order=20)
