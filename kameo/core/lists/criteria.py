"""What is asked of a list, as values of its filters, and the rows that meet it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kameo.core.lists.declaration import ListOf


@dataclass(frozen=True)
class Criteria:
    """`values` are those of the filters, by their keys; a filter that is not there asks nothing. `ids` keeps chosen
    rows. `parent` is the record that the list hangs below (with all below it for `group`); `binned` asks the bin.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    ids: Sequence[int] = ()
    parent: Any = None
    group: bool = False
    binned: bool = False

    @property
    def empty(self) -> bool:
        return not self.values and not self.ids and self.parent is None and not self.binned

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def but(self, **values: Any) -> Criteria:
        """The same with other values; None or nothing takes a filter away."""
        return replace(self, values=_asked_values({**self.values, **values}))


def asking(ids: Sequence[int] = (), **values: Any) -> Criteria:
    """Criteria with these values; nothing asks nothing."""
    return Criteria(_asked_values(values), tuple(ids))


def matching(noun: ListOf, user: Any, criteria: Criteria) -> Any:
    """The visible rows that meet the criteria, in no order."""
    rows = noun.rows(user, binned=criteria.binned)
    if criteria.parent is not None and noun.below is not None:
        rows = noun.below.narrow(rows, criteria.parent, criteria.group)
    if criteria.ids:
        rows = rows.filter(pk__in=criteria.ids)
    return narrowed(noun, rows, user, criteria)


def narrowed(noun: ListOf, rows: Any, user: Any, criteria: Criteria) -> Any:
    """`rows` that meet what the filters ask, joined to what columns and filters name."""
    rows = noun.prepared(rows, user, criteria)
    for key, value in criteria.values.items():
        rows = noun.filter_of(key).narrow(rows, user, value)
    return noun.narrow(rows, user, criteria) if noun.narrow is not None else rows


def _asked_values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", (), False)}
