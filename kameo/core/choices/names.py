"""Names and codes of options: which one somebody means, and a code that none has yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import translation

from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.core.choices.lists import ChoiceList

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
    rows = {row.pk: row for row in choices.rows(scope)}
    words: dict[str, Any] = {}
    for pk, name in _former_names(choices, rows):
        words[fold(name)] = rows[pk]
    for row in rows.values():
        if choices.code:
            words[fold(getattr(row, choices.code))] = row
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words |= {fold(choices.name(row)): row for row in rows.values()}
    return {word: row for word, row in words.items() if word}


def _former_names(choices: ChoiceList, rows: Any) -> Any:
    """(id, name) of each version the history keeps, the latest last."""
    versions: Any = getattr(choices.model, "pgh_event_model", None)
    if versions is None:
        return []
    kept = versions.objects.filter(pgh_obj_id__in=list(rows)).order_by("pgh_id")
    return kept.values_list("pgh_obj_id", choices.label)
