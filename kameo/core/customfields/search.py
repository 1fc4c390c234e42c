"""Texts and links that a company's fields hold, in the search: of the fields that have a filter, hence an index."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kameo.core import search
from kameo.core.customfields.expressions import is_text, words_of
from kameo.core.customfields.reading import fields_of
from kameo.core.customfields.subjects import Subject, subjects
from kameo.core.search import Hit, SearchTerms
from kameo.core.text import fold


def find_by_own_fields(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    """Records that hold every word typed in one of these fields; one query for each subject that has such fields."""
    found = (hit for subject in subjects if subject.page for hit in _subject_hits(subject, user, query, limit))
    return list(islice(found, limit))


def _subject_hits(subject: Subject, user: Any, query: SearchTerms, limit: int) -> Iterator[Hit]:
    fields = [field for field in fields_of(subject.key) if field.filtered and is_text(field)]
    if not fields or subject.page is None:
        return
    words, anywhere = query.folded.split(), Q()
    rows: Any = subject.model._default_manager
    rows = rows.visible_to(user).alias(**{f"own_{field.pk}": words_of(field) for field in fields})
    for field in fields:
        here = Q()
        for word in words:
            here &= Q(**{f"own_{field.pk}__contains": word})
        anywhere |= here
    for row in rows.filter(anywhere).order_by("-pk")[:limit]:
        held = ((field.name, row.custom.get(field.code, "")) for field in fields)
        name, value = next((name, text) for name, text in held if all(word in fold(text) for word in words))
        yield Hit(str(row), subject.page(row), detail=f"{subject.one} · {name}{_now(': ')}{value}"[:160])


search.register("own-fields", _("Of your company"), find_by_own_fields, shortest=3, order=70)
