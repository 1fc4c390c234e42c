"""An importer made from a noun: its fields, how a row finds the record it is about, and the record it hangs on.

The noun is a resource (`core.records`) with a parent that files can name (`owners`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.importing.batch import Batch
from kameo.core.importing.columns import columns_of, field_of
from kameo.core.importing.declarations import Importer, ImportField, Messages, on_match, owners
from kameo.core.importing.rows import PlainRows
from kameo.core.importing.writing import write_rows

MESSAGES: Messages = {
    "record_ambiguous": (
        _("{count} records of {account} answer to “{value}”."),
        _("Correct them there, or leave the row out."),
    ),
    "record_double": (_("Line {line} is about the same record."), _("Keep one of the two lines.")),
    "number_out_of_range": (_("{value} is outside what is possible: it is left out."), _("Correct the number.")),
    "record_protected": (
        _("This record is somebody else's: you may not change it."),
        _("Leave the row out, or ask whoever wrote it."),
    ),
    "record_refused": ("{reason}", ""),
    "values_contradict": (_("Two values of the row contradict each other."), _("Correct one of them.")),
}


def plain_importer(
    resource: Any,
    *,
    kind: str,
    label: Any,
    match: Sequence[Sequence[str]],
    title: str = "name",
    names: Path | None = None,
    messages: Messages | None = None,
    follow: Callable[[list[int]], object] | None = None,
) -> Importer:
    """The importer of a resource with a parent.

    `match`: keys that tell records of one parent apart, tried in order, each some names of fields (a blank counts as a
    value; the first of a key must be given). `title` is the field that names a record. `names`: a file of names of
    columns (`names`). `messages` may say what a broken constraint of the model means, by its name. `follow`, given the
    ids of the owners concerned, brings up to date what hangs on the records, after an apply or an undo and before the
    owners.
    """
    owner = owners[resource.parent]
    keys = tuple(tuple(key) for key in match)
    rows = PlainRows(resource, owner, keys, title, cache(lambda: columns_of(resource, names)))

    def settle(batch: Batch, owner_ids: list[int]) -> None:
        if follow is not None:
            follow(owner_ids)
        owner.settle(batch, owner_ids)

    def extra() -> tuple[ImportField, ...]:
        # Their words are translated: known once the apps are loaded.
        own = tuple(column.field for column in rows.columns())
        return (*own, *(field_of(one) for one in resource.all_fields() if one.within and not one.computed))

    return Importer(
        kind=kind,
        label=label,
        right=resource.right,
        own_fields=owner.fields,
        extra=extra,
        needs=tuple((name,) for name in match[0][:1]),
        plan=rows.plan,
        apply=lambda batch: write_rows(batch, rows),
        settle=settle,
        relations=(*rows.relations(), *owner.relations),
        options=(*owner.options, on_match(_("Records already known"), _("An empty cell never erases anything."))),
        messages={**owner.messages, **MESSAGES, **(messages or {})},
        prepare=owner.prepare,
        preview=rows.preview,
    )
