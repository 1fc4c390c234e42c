"""People in the global search: by name or e-mail address; typing slips forgiven."""

from __future__ import annotations

from typing import Any

from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.contacts.lists import PEOPLE
from kameo.core import search
from kameo.core.lists import asking, matching
from kameo.core.search import Hit, SearchTerms
from kameo.core.search.words import nearest, patterns

COLUMNS = ("pk", "first_name", "last_name", "label", "title", "account_name")
# Each half has its index; as one condition over both tables neither would serve.
HOLDS = """
    select id from contacts_person where sort_name like %s
    union select person_id from contacts_emailaddress where lower(address) like %s
"""


def find_people(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    """The best `limit` people for what was typed, among those `user` may see."""
    people = matching(PEOPLE, user, asking(former=("1",)))
    holding = people
    for word in patterns(query.folded):
        holding = holding.filter(pk__in=RawSQL(HOLDS, [word, word]))  # noqa: S611 - constant text
    found = list(holding.order_by("sort_name", "pk").values_list(*COLUMNS)[:limit])
    if not found:
        found = list(nearest(people, "sort_name", query.folded).values_list(*COLUMNS)[:limit])
    return [_hit(row) for row in found]


def _hit(row: tuple[Any, ...]) -> Hit:
    pk, first, last, label, title, account = row
    name = f"{first} {last}".strip() or label
    detail = " · ".join(part for part in (title, account) if part)
    return Hit(name, reverse("contacts:one", args=[pk]), detail=detail, picture="avatar")


search.register("persons", _("Contacts"), find_people, order=20)
