"""The HTML of one card, as text: five hundred of them are drawn on a page, so no template is asked five hundred times.

Everything that somebody typed is escaped here; what is not comes from `ui`, which escapes its own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import escape

from kameo.decisions.drawing.faces import Face


@dataclass(frozen=True)
class Doors:
    """Where a card leads. Addresses hold `{}` for the id; an empty one is not offered."""

    person: str
    identify: str = ""
    line: str = ""  # the form that draws one, of a person
    tie: str = ""  # the form of a line that is drawn
    fold: Any = None  # key of a card to the address that folds or unfolds it


class Phrases:
    """What is written on many cards, translated once."""

    def __init__(self) -> None:
        self.stance = _("Position: %(stance)s")
        self.identify = escape(_("Identify"))
        self.nobody = escape(_("Nobody known yet"))
        self.no_role = f'<span class="faint">{escape(_("No role yet"))}</span>'
        self.not_rated = f'<span class="faint">{escape(_("Not rated yet"))}</span>'
        self.last = _("Last contact")
        self.unknown = escape(_("n/a"))


@dataclass
class CardPainter:
    """Draws cards of one page. `ui` is the Jinja global; `dim` the keys that a filter leaves in the shade."""

    ui: Any
    doors: Doors
    writable: bool = False
    focus: str = ""
    dim: Collection[str] = field(default_factory=frozenset)
    words: Phrases = field(default_factory=Phrases)

    def card(self, face: Face, attrs: str = "") -> str:
        """`<article class="pcard">…`; `attrs` is written as it is."""
        classes = " ".join(
            part
            for part in (
                "pcard",
                face.side,
                "is-on" if face.key == self.focus else "",
                "dim" if face.key in self.dim else "",
                "guess" if face.card.assumed else "",
            )
            if part
        )
        body = self._unknown(face) if face.card.unknown else self._known(face)
        return f'<article class="{classes}"{attrs}>{body}</article>'

    def _known(self, face: Face) -> str:
        card = face.card
        title = escape(card.title or card.account_name)
        # The doubt stands beside the position it doubts.
        doubt = self._doubt(face)
        stance = self.ui.icon(face.icon, label=self.words.stance % {"stance": face.stance_words})
        return (
            f'<div><b class="pn">{self._name(face)}</b><span class="pi">{doubt}'
            f'<span class="status {face.tone}">{stance}</span></span>'
            f'<div class="trunc" title="{title}">{title}</div></div>'
            f'<div class="mid">{self._roles(face)}{self.ui.pips(card.influence, face.influence_words)}</div>'
            f'<div class="bot">{self._bond(face)}{self._clock(face)}</div>'
        )

    def _unknown(self, face: Face) -> str:
        card = face.card
        why = card.title if card.title != card.name else ""
        act = ""
        if self.writable and self.doors.identify and card.open:
            address = self.doors.identify.format(card.person_id)
            name = escape(card.name)
            act = (
                f'<a class="btn sm" href="{address}">{self.ui.icon("person-plus")}{self.words.identify}'
                f'<span class="vh"> {name}</span></a>'
            )
        return (
            f'{self.ui.icon("question")}<b class="pn">{self._name(face)}</b>'
            f'<span class="trunc">{escape(why) or self.words.nobody}</span>{act}'
        )

    def _name(self, face: Face) -> str:
        name = escape(face.card.name)
        if not face.card.open:
            return f'<span title="{name}">{name}</span>'
        address = self.doors.person.format(face.card.person_id)
        return f'<a href="{address}" title="{name}">{name}</a>'

    def _doubt(self, face: Face) -> str:
        if face.card.contradictions:
            words = " ".join(face.card.contradictions)
            said = escape(words)
            icon = self.ui.icon("warning")
            return f'<span class="status warn" title="{said}">{icon}<span class="vh">{said}</span></span>'
        return ""

    def _roles(self, face: Face) -> str:
        if len(face.roles) == 1:
            icon, name = face.roles[0]
            said = escape(name)
            chip = f'<span class="chip">{self.ui.icon(icon)}<span>{said}</span></span>'
            return f'<span class="roles" title="{said}">{chip}</span>'
        if not face.roles:
            return self.words.no_role if face.card.stake_id else self.words.not_rated
        icon, name = face.roles[0]
        more = face.roles[1:]
        names = ", ".join(role for _icon, role in face.roles)
        extra = f'<span class="count" aria-hidden="true">+{len(more)}</span>' if more else ""
        heard = f'<span class="vh">, {escape(", ".join(role for _icon, role in more))}</span>' if more else ""
        return (
            f'<span class="roles" title="{escape(names)}"><span class="chip">{self.ui.icon(icon)}'
            f"<span>{escape(name)}</span></span>{extra}{heard}</span>"
        )

    def _bond(self, face: Face) -> str:
        shown = self.words.unknown if face.bond is None else escape(face.bond_words)
        return f"<span>{self.ui.bond(face.bond, face.bond_words)}{shown}</span>"

    def _clock(self, face: Face) -> str:
        if face.days is None:
            return f'<span class="faint">{self.ui.icon("clock")}{escape(face.contact_words)}</span>'
        label = self.words.last
        if face.late:
            return f'<span class="status bad">{self.ui.icon("octagon", label=label)}{escape(face.contact_words)}</span>'
        return f"<span>{self.ui.icon('clock', label=label)}{escape(face.contact_words)}</span>"
