"""The sentences about a cap that is reached or passed (R100)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.portfolio.caps.led import Held

Axis = Literal["key", "large"]


@dataclass(frozen=True, slots=True)
class Cap:
    """One cap of a colleague's role against the number of accounts they lead, `held`, on one axis."""

    axis: Axis
    held: int
    cap: int

    @property
    def reached(self) -> bool:
        return self.held == self.cap

    @property
    def passed(self) -> bool:
        return self.held > self.cap

    @property
    def over(self) -> int:
        return max(0, self.held - self.cap)

    @property
    def room(self) -> int:
        return max(0, self.cap - self.held)


def caps_of(role: Any, held: Held) -> list[Cap]:
    """The limits the role sets, key accounts first; a limit left empty is none."""
    limits: list[tuple[Axis, int, int | None]] = [
        ("key", held.key, role.strategic_cap),
        ("large", held.large, role.large_cap),
    ]
    return [Cap(axis, number, cap) for axis, number, cap in limits if cap is not None]


def passed_words(name: str, one: Cap) -> str:
    """Somebody leads more than the role is meant for."""
    if one.axis == "key":
        words = ngettext(
            "%(name)s leads %(count)s key accounts; the role is meant for %(cap)s.",
            "%(name)s leads %(count)s key accounts; the role is meant for %(cap)s at most.",
            one.cap,
        )
    else:
        words = ngettext(
            "%(name)s leads %(count)s large accounts; the role is meant for %(cap)s.",
            "%(name)s leads %(count)s large accounts; the role is meant for %(cap)s at most.",
            one.cap,
        )
    return words % {"name": name, "count": one.held, "cap": one.cap}


def reached_words(name: str, one: Cap) -> str:
    """Somebody leads exactly what the role is meant for: no room is left."""
    if one.axis == "key":
        words = ngettext(
            "%(name)s leads %(count)s key account: the limit of the role is reached.",
            "%(name)s leads %(count)s key accounts: the limit of the role is reached.",
            one.held,
        )
    else:
        words = ngettext(
            "%(name)s leads %(count)s large account: the limit of the role is reached.",
            "%(name)s leads %(count)s large accounts: the limit of the role is reached.",
            one.held,
        )
    return words % {"name": name, "count": one.held}


def refusal_words(name: str, one: Cap, *, may_confirm: bool) -> str:
    """Why an assignment is refused, and what to do."""
    if one.axis == "key":
        words = _("%(name)s would lead %(count)s key accounts; the limit of the role is %(cap)s.")
    else:
        words = _("%(name)s would lead %(count)s large accounts; the limit of the role is %(cap)s.")
    what = words % {"name": name, "count": one.held, "cap": one.cap}
    if may_confirm:
        return f"{what} {_('To go beyond it, say why.')}"
    return f"{what} {_('Choose somebody else, or ask a director to confirm it.')}"
