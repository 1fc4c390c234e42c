"""Two people side by side before they become one: line by line, what differs and what would stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kameo.contacts.domain.merging import BOTH, CHOSEN, resolve_choices
from kameo.contacts.models import Person
from kameo.contacts.queries import positions_of

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class PersonMergeLine:
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


def compare(kept: Person, absorbed: Person, user: User) -> list[PersonMergeLine]:
    """What the two say of themselves, then what both keep; only posts that `user` may see are named."""
    sides = resolve_choices(kept, absorbed, {})
    words = {
        "name": _("Name"),
        "salutation": _("Salutation"),
        "language": _("Language"),
        "time_zone": _("Time zone"),
        "photo": _("Photo"),
        "note": _("Note"),
    }
    lines = [
        PersonMergeLine(name, words[name], _choice_in_words(kept, name), _choice_in_words(absorbed, name), sides[name])
        for name in CHOSEN
        if _choice_in_words(kept, name) or _choice_in_words(absorbed, name)
    ]
    held = [("positions", _("Positions"), [_posts(person, user) for person in (kept, absorbed)])]
    held += [("emails", _("E-mail"), [_listed(person, "emails", "address") for person in (kept, absorbed)])]
    held += [("phones", _("Telephone"), [_listed(person, "phones", "written") for person in (kept, absorbed)])]
    return lines + [PersonMergeLine(key, label, one, two, "") for key, label, (one, two) in held if one or two]


def _choice_in_words(person: Person, name: str) -> str:
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
