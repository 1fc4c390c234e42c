"""The choices of a merge: each field of two accounts side by side, and the value kept by default.

The filled one; where both are, that of the account changed last. The name and the kind are those of the kept one, the
status the one given last that is not a prospect's, a description both. Pure: rows in, values out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Status
from kameo.accounts.models import Account
from kameo.core.errors import DomainError
from kameo.core.registry import Store

KEPT, ABSORBED, BOTH = "kept", "absorbed", "both"
# What is chosen together, under the name of the first.
CHOSEN: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "legal_name": ("legal_name",),
    "kind": ("kind",),
    "status": ("status", "status_at", "status_by_id"),
    "sector": ("sector",),
    "naf": ("naf",),
    "headcount": ("headcount",),
    "site_count": ("site_count",),
    "own_revenue": ("own_revenue", "own_revenue_currency"),
    "potential": ("potential",),
    "orientation": ("orientation",),
    "cadence_days": ("cadence_days",),
    "country": ("country",),
    "website": ("website",),
    "phone": ("phone",),
    "description": ("description",),
}
LEAD = "lead"
WRITTEN = (*(name for names in CHOSEN.values() for name in names), "tags", "watched", "confidential", "changed_at")
STATUS = ("status", "status_at", "status_by_id", "changed_at")


@dataclass(frozen=True)
class PartChoice:
    """Rows of which one account has one only. `read` says both in words, and which side stays unless somebody chooses.

    The part that moves them reads the choice under its key (`Merging.choices`).
    """

    label: Any
    read: Callable[[Account, Account], tuple[str, str, str]]


part_choices: Store[PartChoice] = Store("what two accounts have one of")


def chosen_keys() -> tuple[str, ...]:
    """What somebody may choose: fields, the lead, and what apps above registered."""
    return (*CHOSEN, LEAD, *part_choices.keys())


def resolve(kept: Account, absorbed: Account, choices: Mapping[str, str]) -> dict[str, str]:
    """Every choice, those made and the defaults: field → "kept", "absorbed" or (description) "both".

    Raises DomainError "unknown_choice".
    """
    for name, side in choices.items():
        sides = (KEPT, ABSORBED, BOTH) if name == "description" else (KEPT, ABSORBED)
        if name not in chosen_keys() or side not in sides:
            raise DomainError("unknown_choice", _("Choose one of the two accounts for each line."), field=name)
    defaults = {name: default_side(name, kept, absorbed) for name in CHOSEN}
    return {**defaults, **choices}


def default_side(name: str, kept: Account, absorbed: Account) -> str:
    ours, theirs = getattr(kept, name), getattr(absorbed, name)
    if name in {"name", "kind"} or ours == theirs or theirs in (None, ""):
        return KEPT
    if ours in (None, ""):
        return ABSORBED
    if name == "description":
        return BOTH
    if name == "status":
        # A prospect that is a customer elsewhere is a customer.
        if Status.PROSPECT in (ours, theirs):
            return ABSORBED if ours == Status.PROSPECT else KEPT
        return ABSORBED if absorbed.status_at > kept.status_at else KEPT
    return ABSORBED if absorbed.changed_at > kept.changed_at else KEPT


def values_after(kept: Account, absorbed: Account, sides: Mapping[str, str]) -> dict[str, Any]:
    """The columns of the kept account once merged; tags of both, on the watch-list when one was."""
    values: dict[str, Any] = {}
    for name, columns in CHOSEN.items():
        source = absorbed if sides[name] == ABSORBED else kept
        values |= {column: getattr(source, column) for column in columns}
    if sides["description"] == BOTH:
        values["description"] = "\n\n".join(text for text in (kept.description, absorbed.description) if text.strip())
    spelt = {tag.casefold(): tag for tag in (*absorbed.tags, *kept.tags)}
    values["tags"] = sorted(spelt.values())
    values["watched"] = kept.watched or absorbed.watched
    return values


def secrecy_after(kept: Account, absorbed: Account) -> tuple[bool, str]:
    """Whether the kept one must be confidential, and whose team then serves it ("both", "kept" or "absorbed").

    The result is at least as confidential as either. Where one is hidden and the other is not, only the team of the
    hidden one follows: nobody learns by a merge what they could not see before.
    """
    if kept.hidden and absorbed.hidden:
        inside = set(kept.reach) - {kept.pk} <= set(absorbed.reach)
        return kept.confidential or absorbed.confidential or not inside, BOTH
    if absorbed.hidden:
        return True, ABSORBED
    return kept.confidential, KEPT if kept.hidden else BOTH
