"""Names and codes of options: which one somebody means, and a code that none has yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import translation

from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.core.choices.lists import ChoiceList
    from kameo.core.choices.models import Choice

LONGEST = 34  # leaves room for a number behind it


def same_name(choices: ChoiceList, row: Any) -> Any:
    """Another option of its list that reads like it, or None; one query."""
    name = fold(choices.name(row))
    others = (one for one in choices.rows(choices.scope_of(row)) if one.pk != row.pk)
    return next((one for one in others if fold(choices.name(one)) == name), None)


def free_code(rows: Any, name: str, column: str = "code") -> str:
    """A code made of `name` that none of `rows` has: "lead-times", "lead-times-2"."""
    base = "-".join("".join(char if char.isalnum() else " " for char in fold(name)).split())[:LONGEST] or "x"
    base = base if base.isascii() else "x"
    taken = set(rows.filter(**{f"{column}__startswith": base}).values_list(column, flat=True))
    return next(code for code in (base, *(f"{base}-{number}" for number in range(2, 1000))) if code not in taken)


def recognised(choices: ChoiceList, scope: Any = None) -> dict[str, Any]:
    """The options by every word a file may use for them, folded: names of today in each language, codes, former names.

    What an option is called now wins over what another was called once; two queries.
    """
    return _words_of_options(list(choices.rows(scope)), choices.name, choices.label, choices.code)


def spellings(rows: Sequence[Choice]) -> dict[str, tuple[str, ...]]:
    """For an import: how files may call each of `rows` that is offered, by its code; one query."""
    spelled: dict[str, tuple[str, ...]] = {row.code: (row.name,) for row in rows if row.retired_at is None}
    for word, row in _words_of_options(rows, str, "name", "code").items():
        if row.code in spelled:
            spelled[row.code] = (*spelled[row.code], word)
    return spelled


def _words_of_options(rows: Sequence[Any], name: Callable[[Any], str], label: str, code: str) -> dict[str, Any]:
    known = {row.pk: row for row in rows}
    words = {fold(former): known[pk] for pk, former in _former_names(rows, label)}
    words |= {fold(getattr(row, code)): row for row in rows} if code else {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words |= {fold(name(row)): row for row in rows}
    return {word: row for word, row in words.items() if word}


def _former_names(rows: Sequence[Any], label: str) -> Any:
    """(id, name) of each version the history keeps, the latest last."""
    if not rows:
        return []
    kept = rows[0].pgh_event_model.objects.filter(pgh_obj_id__in=[row.pk for row in rows]).order_by("pgh_id")
    return kept.values_list("pgh_obj_id", label)
