"""The page of a map: read once, then the chart, the matrix or the list of it. The templates read one object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from markupsafe import Markup

from kameo.contacts.enums import Seniority
from kameo.decisions.drawing.board import draw_board
from kameo.decisions.drawing.cards import CardPainter, Doors
from kameo.decisions.drawing.scene import Scene, set_scene
from kameo.decisions.enums import Stance, TermList, Tie
from kameo.decisions.mapping import matrix
from kameo.decisions.mapping.address_state import NOBODY
from kameo.decisions.mapping.reading import MapRead
from kameo.decisions.mapping.rows import Branch, ListPage, as_tree, list_page
from kameo.decisions.queries.maps import MapCard

SNUG = 800  # the widest drawing that is read beside the side column


@dataclass
class MapPage(MapRead):
    """Everything that the templates ask for: the chart, the matrix, the list, filters and legend."""

    # The chart

    @cached_property
    def scene(self) -> Scene:
        return set_scene(
            self.faces, self.view.links, closed=self.address_state.closed_keys, nowhere=_("Outside the account")
        )

    @property
    def wide(self) -> bool:
        """Whether the chart wants the whole width, so that what stands beside it goes below."""
        return self.scene.plan.width > SNUG

    def painter(self, *, folding: bool = True) -> CardPainter:
        doors = Doors(
            person=_pattern("contacts:one"),
            identify=_pattern("contacts:edit"),
            tie=_pattern("decisions:link-edit"),
            line=self.with_map(reverse("decisions:map-line", args=[self.account.pk])) + "&source={}",
            fold=self._folded if folding else None,
        )
        focus = f"n{self.address_state.focus}" if self.address_state.focus else ""
        dim = (
            {face.key for face in self.faces} - {face.key for face in self.kept} if self.address_state.filtered else ()
        )
        return CardPainter(self.ui, doors, writable=self.writable, focus=focus, dim=frozenset(dim))

    @property
    def board(self) -> Markup:
        return draw_board(self.scene, self.painter(), label=_("Org chart of %(name)s") % {"name": self.account.name})

    def with_map(self, address: str) -> str:
        """`address` told which map it is about; the account's own needs no telling."""
        return f"{address}?map={self.named.pk if self.named and not self.named.main else ''}"

    def _folded(self, key: str) -> str:
        person = int(key.removeprefix("n"))
        closed = self.address_state.closed
        other = tuple(one for one in closed if one != person) if person in closed else (*closed, person)
        return self.address_state.address(self.base, closed=other)

    # The matrix and the list

    @cached_property
    def rows(self) -> list[matrix.InfluenceRow]:
        return matrix.matrix_of(self.kept)

    @cached_property
    def names(self) -> dict[str, str]:
        return {face.key: face.card.name for face in self.faces}

    @cached_property
    def listed(self) -> ListPage:
        return list_page(self.kept, self.address_state.sort, self.address_state.page, self.names)

    @property
    def tree(self) -> Markup:
        """The list as it hangs together: what a telephone shows."""
        painter = self.painter(folding=False)
        return Markup(_branches(as_tree(self.listed.faces), painter))  # noqa: S704 - escaped by the painter

    def rating_url(self, card: MapCard) -> str:
        """Where the ratings of somebody are changed."""
        return reverse("decisions:stake-edit", args=[card.stake_id])

    @cached_property
    def several(self) -> bool:
        """Whether people of more than one entity are on the map."""
        return len({face.card.account_id for face in self.faces if face.card.account_id}) > 1

    @property
    def columns(self) -> list[dict[str, Any]]:
        """Of the table, as `ui.table` takes them."""
        labels = {
            "name": _("Name"),
            "entity": _("Entity"),
            "roles": _("Roles"),
            "influence": _("Influence"),
            "stance": pgettext("stance", "Position"),
            "bond": _("Relationship"),
            "contact": _("Last contact"),
            "manager": _("Reports to"),
        }
        if not self.several:
            del labels["entity"]
        return [
            {"label": label} if name == "roles" else {"label": label} | self.sorted_by(name)
            for name, label in labels.items()
        ]

    @property
    def lines(self) -> list[Saying]:
        """The lines of influence in words."""
        names = {face.card.stake_id: face.card.name for face in self.faces if face.card.stake_id}
        return [
            Saying(
                row.id, f"{names[row.source_stake_id]} {Tie(row.kind).label} {names[row.target_stake_id]}", row.label
            )
            for row in self.view.links
            if row.source_stake_id in names and row.target_stake_id in names
        ]

    def page_address(self, number: int) -> str | None:
        return self.address_state.address(self.base, page=number) if 1 <= number <= self.listed.pages else None

    def sorted_by(self, name: str) -> dict[str, Any]:
        """What `ui.table` needs for a column that sorts: the other way when it is sorted already."""
        down = self.address_state.sort == name
        state = "ascending" if down else "descending" if self.address_state.sort == f"-{name}" else None
        address = self.address_state.address(self.base, view="list", sort=f"-{name}" if down else name)
        return {"url": address, "sort": state}

    # Filters and legend

    @property
    def choices(self) -> dict[str, list[tuple[Any, str]]]:
        """What each filter offers: only what is on the map."""
        cards = [face.card for face in self.faces]
        carried = {role for card in cards for role in card.roles}
        entities = sorted({(card.account_name, card.account_id) for card in cards if card.account_id})
        levels = {card.level for card in cards}
        stances = {card.stance for card in cards}
        return {
            "role": [(code, self.words.name(TermList.ROLE, code)) for code in self.words.in_order("role", carried)],
            "stance": [(v, str(w)) for v, w in Stance.choices if v in stances] + _nobody("" in stances),
            "entity": [(key, name) for name, key in entities],
            "level": [(v, str(w)) for v, w in Seniority.choices if v in levels] + _nobody("" in levels),
        }

    @property
    def drawn(self) -> list[tuple[str, str, int]]:
        """Kinds of lines on the map with their number: the legend, and what it switches off."""
        counts: dict[str, int] = {}
        for strand in self.scene.strands:
            counts[strand.line.kind] = counts.get(strand.line.kind, 0) + 1
        names = {"matrix": _("functional manager"), **{value: str(label) for value, label in Tie.choices}}
        return [(kind, name, counts[kind]) for kind, name in names.items() if kind in counts]


@dataclass(frozen=True)
class Saying:
    """A line of influence in words."""

    id: int
    said: str
    label: str


def _branches(branches: Sequence[Branch], painter: CardPainter) -> str:
    inner = "".join(f"<li>{painter.card(branch.face)}{_branches(branch.below, painter)}</li>" for branch in branches)
    return f"<ul>{inner}</ul>" if inner else ""


def _nobody(wanted: bool) -> list[tuple[str, str]]:
    return [(NOBODY, _("Not known"))] if wanted else []


def _pattern(name: str) -> str:
    """The address of `name` with `{}` for the id."""
    return reverse(name, args=[0]).replace("/0/", "/{}/")
