"""The company's own lists of the decision map, the places of a committee, the argument library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import Family
from kameo.core.forms import run_verb
from kameo.decisions import domain
from kameo.decisions.arguments.library import argument_text
from kameo.decisions.enums import Stance, TermList
from kameo.decisions.models import Argument, Seat, Term
from kameo.decisions.terms.words import seat_name, term_name

if TYPE_CHECKING:
    from kameo.decisions.terms.words import TermWords

ANY = ("", _("Anybody"))


class TermForm(forms.Form):
    """A word of a list: its name, and for a role whether it decides."""

    name = forms.CharField(label=_("Name"), max_length=80)
    decides = forms.BooleanField(
        label=_("Decides"), required=False, help_text=_("Whoever has this role counts as a decision-maker.")
    )

    def __init__(self, data: Any = None, *, by: Any, list: str, term: Term | None = None, **more: Any) -> None:
        self.by, self.list, self.term = by, list, term
        initial = {"name": term_name(term), "decides": term.decides} if term else {}
        super().__init__(data, initial=initial, **more)
        if list != TermList.ROLE:
            del self.fields["decides"]

    def save(self) -> bool:
        given = self.cleaned_data

        def write() -> None:
            self.term = domain.save_term(
                by=self.by, list=self.list, term=self.term, name=given["name"], decides=given.get("decides")
            )

        return run_verb(self, write)


class SeatForm(forms.Form):
    """A place that a committee is expected to have: who takes it, and what it weighs while it is empty."""

    name = forms.CharField(label=_("Name"), max_length=80)
    role = forms.ChoiceField(label=_("Taken by the role"), required=False)
    family = forms.ChoiceField(label=_("Taken by the function"), choices=[ANY, *Family.choices], required=False)
    stance = forms.ChoiceField(label=_("Taken by the position"), choices=[ANY, *Stance.choices], required=False)
    influence = forms.TypedChoiceField(
        label=_("Influence while empty"),
        choices=[(number, str(number)) for number in range(1, 6)],
        coerce=int,
        initial=3,
        help_text=_("What the empty place weighs in the relationship with the account (c-11)."),
    )

    def __init__(self, data: Any = None, *, by: Any, words: TermWords, seat: Seat | None = None) -> None:
        self.by, self.seat = by, seat
        plain = ("role", "family", "stance", "influence")
        initial = {name: getattr(seat, name) for name in plain} | {"name": seat_name(seat)} if seat else {}
        super().__init__(data, initial=initial)
        self.fields["role"].choices = [ANY, *words.offered(TermList.ROLE, [seat.role] if seat else ())]

    def save(self) -> bool:
        def write() -> None:
            self.seat = domain.save_seat(by=self.by, seat=self.seat, **self.cleaned_data)

        return run_verb(self, write)


class ArgumentForm(forms.Form):
    """What to say to whom, and what backs it."""

    title = forms.CharField(label=_("Argument"), max_length=160)
    text = forms.CharField(label=_("In words"), widget=forms.Textarea({"rows": 4}), max_length=4000)
    proof = forms.CharField(label=_("Proof"), widget=forms.Textarea({"rows": 2}), max_length=2000, required=False)
    role = forms.ChoiceField(label=_("For the role"), required=False)
    motivation = forms.ChoiceField(label=_("For the motivation"), required=False)
    family = forms.ChoiceField(label=_("For the function"), choices=[ANY, *Family.choices], required=False)

    def __init__(self, data: Any = None, *, by: Any, words: TermWords, argument: Argument | None = None) -> None:
        self.by, self.argument = by, argument
        initial = {}
        if argument is not None:
            initial = {name: argument_text(argument, name) for name in ("title", "text", "proof")}
            initial |= {name: getattr(argument, name) for name in ("role", "motivation", "family")}
        super().__init__(data, initial=initial)
        for name in ("role", "motivation"):
            kept = [getattr(argument, name)] if argument else ()
            self.fields[name].choices = [ANY, *words.offered(name, kept)]

    def save(self) -> bool:
        def write() -> None:
            self.argument = domain.save_argument(by=self.by, argument=self.argument, **self.cleaned_data)

        return run_verb(self, write)
