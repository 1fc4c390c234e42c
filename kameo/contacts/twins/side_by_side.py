"""Two people side by side before they become one: line by line, what differs and what would stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kameo.contacts.domain.merging import BOTH, CHOSEN, resolve
from kameo.contacts.models import Person
from kameo.contacts.queries import positions_of

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class Line:
    """`chosen` is the side that stays unless somebody picks the other, "" where both are kept anyway."""

    key: str
    label: str
    kept: str
    absorbed: str
    chosen: str

    @property
    def differs(self) -> bool:
        return self.kept != self.absorbed

    @property
    def may_be_both(self) -> bool:
        return self.key == "note" and bool(self.kept and self.absorbed) and self.differs

    @property
    def both(self) -> bool:
        return self.chosen == BOTH


def compare(kept: Person, absorbed: Person, user: User) -> list[Line]:
    """What the two say of themselves, then what both keep; only posts that `user` may see are named."""
    sides = resolve(kept, absorbed, {})
    words = {
        "name": _("Name"),
        "salutation": _("Salutation"),
        "language": _("Language"),
        "time_zone": _("Time zone"),
        "photo": _("Photo"),
        "note": _("Note"),
    }
    lines = [
        Line(name, words[name], _said(kept, name), _said(absorbed, name), sides[name])
        for name in CHOSEN
        if _said(kept, name) or _said(absorbed, name)
    ]
    held = [("positions", _("Positions"), [_posts(person, user) for person in (kept, absorbed)])]
    held += [("emails", _("E-mail"), [_listed(person, "emails", "address") for person in (kept, absorbed)])]
    held += [("phones", _("Telephone"), [_listed(person, "phones", "written") for person in (kept, absorbed)])]
    return lines + [Line(key, label, one, two, "") for key, label, (one, two) in held if one or two]


def _said(person: Person, name: str) -> str:
    if name == "name":
        return f"{person.full_name} · {person.get_kind_display()}"
    if name == "salutation":
        return str(person.get_salutation_display())
    if name == "photo":
        return _("a photo") if person.photo else ""
    return str(getattr(person, name))


def _posts(person: Person, user: User) -> str:
    return "\n".join(" · ".join(filter(None, (post.title, post.account.name))) for post in positions_of(person, user))


def _listed(person: Person, relation: str, name: str) -> str:
    return "\n".join(str(getattr(row, name)) for row in getattr(person, relation).all())
