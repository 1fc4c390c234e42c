"""Forms of a departure: what happens, the replacement, a line of the checklist."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.core import clock
from kameo.core.forms import DateInput, run_verb
from kameo.decisions.domain import checklists, departures, successions
from kameo.decisions.enums import DepartureCause
from kameo.decisions.models import Departure, DepartureTask
from kameo.decisions.queries.departures import team_of
from kameo.people.models import User


class DepartureForm(forms.Form):
    """An announced departure, or somebody who counts for less."""

    account = forms.ModelChoiceField(label=_("Account"), queryset=Account.objects.none(), empty_label=None)
    cause = forms.ChoiceField(label=_("What happens"), choices=DepartureCause)
    on = forms.DateField(label=_("From"), widget=DateInput())

    def __init__(
        self, data: Any = None, *, by: Any, person: Person, account: int | None = None, cause: str = ""
    ) -> None:
        self.by, self.person = by, person
        self.made: Departure | None = None
        known = cause if cause in DepartureCause.values else DepartureCause.LEFT
        super().__init__(data, initial={"on": clock.company_today(), "account": account, "cause": known})
        theirs = person.positions.values("account_id")
        self.fields["account"].queryset = Account.objects.visible_to(by).filter(pk__in=theirs).order_by("sort_name")

    def save(self) -> bool:
        def write() -> None:
            self.made = departures.open_departure(self.person, by=self.by, **self.cleaned_data)

        return run_verb(self, write)


class ReplacementForm(forms.Form):
    """Somebody who is known, or the role to identify when nobody is chosen."""

    person = forms.TypedChoiceField(label=_("Who takes the place"), coerce=int, required=False, empty_value=None)
    label = forms.CharField(
        label=_("Role to identify"), max_length=160, required=False, help_text=_("When nobody is chosen above.")
    )

    def __init__(self, data: Any = None, *, by: Any, departure: Departure, people: list[tuple[int, str]]) -> None:
        self.by, self.departure = by, departure
        super().__init__(data, initial={"label": departure.was.get("title", "")})
        self.fields["person"].choices = [("", _("Not known yet: draw the place to fill")), *people]

    def save(self) -> bool:
        chosen = self.cleaned_data["person"]

        def write() -> None:
            if chosen:
                person = Person.objects.visible_to(self.by).get(pk=chosen)
                successions.name_replacement(self.departure, by=self.by, person=person)
            else:
                label = self.cleaned_data["label"]
                successions.expect_replacement(self.departure, by=self.by, label=label)

        return run_verb(self, write)


class TaskForm(forms.Form):
    """One more line, or who does a line and by when."""

    text = forms.CharField(label=_("To do"), max_length=200)
    owner = forms.ModelChoiceField(label=_("Who does it"), queryset=User.objects.none(), required=False)
    due_on = forms.DateField(label=_("For when"), widget=DateInput(), required=False)

    def __init__(self, data: Any = None, *, by: Any, departure: Departure, task: DepartureTask | None = None) -> None:
        self.by, self.departure, self.task = by, departure, task
        known = {"owner": task.owner_id, "due_on": task.due_on} if task else {"owner": by.pk}
        super().__init__(data, initial=known)
        team = team_of(departure.account, by, task.owner if task else None)
        field = self.fields["owner"]
        field.queryset = User.objects.filter(pk__in=[user.pk for user in team])
        field.widget.choices = [("", _("Nobody")), *[(user.pk, user.full_name) for user in team]]
        if task is not None:
            del self.fields["text"]

    def save(self) -> bool:
        values = self.cleaned_data

        def write() -> None:
            if self.task is not None:
                checklists.change_task(self.task, by=self.by, **values)
            else:
                checklists.add_task(self.departure, by=self.by, **values)

        return run_verb(self, write)
