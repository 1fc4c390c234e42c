"""Forms for what the drawings do by hand: a tie between two persons, and the manager of a position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts import domain as contacts
from kameo.contacts.models import Person, Position
from kameo.contacts.queries import managers_for
from kameo.core.forms import run_verb
from kameo.decisions import domain
from kameo.decisions.enums import Tie
from kameo.decisions.models import DecisionMap, InfluenceLink
from kameo.decisions.queries.maps import MapCard

KINDS = [(value, label) for value, label in Tie.choices]


class TieFields(forms.Form):
    """Its kind and its words."""

    kind = forms.ChoiceField(label=_("What ties them"), choices=Tie)
    label = forms.CharField(
        label=_("In words"),
        max_length=80,
        required=False,
        help_text=_("Written on the line instead of its kind, for example: must agree first."),
    )


class NewTieForm(TieFields):
    """From somebody of the map to somebody else of it."""

    source = forms.ChoiceField(label=_("From"))
    target = forms.ChoiceField(label=_("To"))
    field_order = ("source", "kind", "target", "label")

    def __init__(
        self,
        data: Any = None,
        *,
        account: Account,
        map: DecisionMap | None,
        cards: Sequence[MapCard],
        by: Any,
        initial: Any = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.account, self.map, self.by = account, map, by
        self.names = {str(card.person_id): card.name for card in cards}
        people = [(str(card.person_id), _spoken(card)) for card in sorted(cards, key=lambda card: card.name.casefold())]
        for name in ("source", "target"):
            self.fields[name].choices = [("", _("Choose a person")), *people]
        self.link: InfluenceLink | None = None

    def save(self) -> bool:
        people = Person.objects.in_bulk([int(self.cleaned_data[name]) for name in ("source", "target")])

        def draw() -> None:
            self.link = domain.join_people(
                self.account,
                map=self.map,
                by=self.by,
                source=people[int(self.cleaned_data["source"])],
                target=people[int(self.cleaned_data["target"])],
                kind=self.cleaned_data["kind"],
                label=self.cleaned_data["label"],
            )

        return run_verb(self, draw)

    @property
    def said(self) -> str:
        """Who is tied to whom, for the message."""
        verb = Tie(self.cleaned_data["kind"]).label
        return f"{self.names[self.cleaned_data['source']]} {verb} {self.names[self.cleaned_data['target']]}"


class TieForm(TieFields):
    """A line that is drawn: its kind, its words, its direction."""

    turned = forms.BooleanField(label=_("The other way round"), required=False)

    def __init__(self, data: Any = None, *, link: InfluenceLink, by: Any) -> None:
        super().__init__(data, initial={"kind": link.kind, "label": link.label})
        self.link, self.by = link, by

    def save(self) -> bool:
        return run_verb(self, lambda: domain.change_link(self.link, by=self.by, **self.cleaned_data))


class ManagerForm(forms.Form):
    """Whom a post reports to; nobody is a choice. Fields that are not sent stay as they are."""

    reports_to = forms.ModelChoiceField(
        label=_("Reports to"), queryset=Position.objects.none(), required=False, empty_label=_("Not known")
    )
    matrix_to = forms.ModelChoiceField(
        label=_("Functional manager"), queryset=Position.objects.none(), required=False, empty_label=_("None")
    )

    def __init__(self, data: Any = None, *, position: Position, by: Any) -> None:
        super().__init__(data, initial={name: getattr(position, name) for name in self.base_fields})
        self.position, self.by = position, by
        offered = managers_for(position.account, by, without=position.person_id)
        words = [(row.pk, f"{row.person.full_name} ({row.title or row.account.name})") for row in offered]
        for field in self.fields.values():
            field.queryset = Position.objects.visible_to(by)  # type: ignore[attr-defined]
            field.widget.choices = [("", field.empty_label), *words]  # type: ignore[attr-defined]

    def save(self) -> bool:
        given = {name: self.cleaned_data[name] for name in self.base_fields if name in self.data}
        return run_verb(self, lambda: contacts.change_position(self.position, by=self.by, **given))


def _spoken(card: MapCard) -> str:
    detail = ", ".join(part for part in (card.title, card.account_name) if part)
    return f"{card.name} ({detail})" if detail else card.name
