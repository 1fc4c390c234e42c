"""Forms of persons and of their positions."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.names.picker import AccountField
from kameo.contacts import domain
from kameo.contacts.enums import EndReason, Family, PersonKind, Salutation, Seniority
from kameo.contacts.models import Person, Position
from kameo.contacts.points.formats import written_phone
from kameo.contacts.queries import managers_for
from kameo.contacts.sheet.wording import Remark, remarks_on
from kameo.core import clock
from kameo.core.customfields.controls import add_own_controls, own_values
from kameo.core.forms import DateInput, run_verb


def optional(choices: Any) -> list[tuple[str, Any]]:
    return [("", _("Not known")), *choices.choices]


def zones() -> list[tuple[str, Any]]:
    """The zones of cities, by continent as they are named everywhere."""
    places = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    return [("", _("Not known")), *((name, name) for name in sorted(available_timezones()) if name.startswith(places))]


class PositionFieldsForm(forms.Form):
    """The post itself, for a new person or beside an existing one."""

    title = forms.CharField(label=_("Title"), max_length=160, required=False)
    family = forms.ChoiceField(label=_("Function"), choices=optional(Family), required=False)
    level = forms.ChoiceField(label=_("Level"), choices=optional(Seniority), required=False)
    department = forms.CharField(label=_("Department"), max_length=120, required=False)
    office = forms.CharField(label=_("Office"), max_length=160, required=False)
    reports_to = forms.ModelChoiceField(
        label=_("Reports to"), queryset=Position.objects.none(), required=False, empty_label=_("Not known")
    )
    matrix_to = forms.ModelChoiceField(
        label=_("Functional manager"), queryset=Position.objects.none(), required=False, empty_label=_("None")
    )

    def offer_managers(self, account: Account, by: Any, *, without: int | None = None) -> None:
        offered = managers_for(account, by, without=without)
        for name in ("reports_to", "matrix_to"):
            field = self.fields[name]
            field.queryset = Position.objects.filter(pk__in=[row.pk for row in offered])
            field.label_from_instance = _spoken
        named = {row.pk: row for row in offered}
        for name in ("reports_to", "matrix_to"):
            words = [(pk, _spoken(row)) for pk, row in named.items()]
            self.fields[name].widget.choices = [("", self.fields[name].empty_label), *words]

    def position_values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PositionFieldsForm.base_fields}


class PersonForm(forms.Form):
    """Who somebody is and how to reach them: one address or number a line."""

    kind = forms.ChoiceField(label=_("Kind"), choices=PersonKind, initial=PersonKind.PERSON)
    salutation = forms.ChoiceField(label=_("Salutation"), choices=optional(Salutation), required=False)
    first_name = forms.CharField(label=_("First name"), max_length=120, required=False)
    last_name = forms.CharField(label=_("Last name"), max_length=120, required=False)
    label = forms.CharField(
        label=_("Role to identify"),
        max_length=160,
        required=False,
        help_text=_("When nobody is known yet, for example: chief financial officer, to find."),
    )
    emails = forms.CharField(
        label=_("E-mail addresses"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("One a line, the main one first."),
    )
    phones = forms.CharField(
        label=_("Telephone numbers"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("One a line, the direct line first."),
    )
    links = forms.CharField(
        label=_("Links"),
        required=False,
        widget=forms.Textarea({"rows": 1}),
        help_text=_("A LinkedIn profile, for example. One a line."),
    )
    language = forms.CharField(
        label=_("Language"), max_length=8, required=False, help_text=_("Two letters: fr, en, de.")
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=zones, required=False)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Facts only: the person is given this text when they ask for it."),
    )

    def __init__(self, data: Any = None, *, by: Any, person: Person | None = None) -> None:
        self.by, self.person = by, person
        super().__init__(data, initial=_stored_values(person) if person else {})
        add_own_controls(self, "person", by, person)

    @property
    def remarks(self) -> list[Remark]:
        """What in the note asks for a second look, beside it; nothing is refused."""
        return remarks_on(str(self["note"].value() or ""))

    def values(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in PersonForm.base_fields} | own_values(self, "person")
        kept = {"emails": "address", "phones": "number", "links": "url"}
        for name, key in kept.items():
            given[name] = _typed_points(given[name], key, list(getattr(self.person, name).all()) if self.person else [])
        return given

    def save(self) -> bool:
        """Change the person; False with the refusal beside its field."""
        person = self.person
        return person is not None and run_verb(self, lambda: domain.change_person(person, by=self.by, **self.values()))


class NewPersonForm(PersonForm, PositionFieldsForm):
    """Somebody new at an account, with the post they hold there."""

    def __init__(self, data: Any = None, *, by: Any, account: Account) -> None:
        super().__init__(data, by=by)
        self.account = account
        self.made: Person | None = None
        self.offer_managers(account, by)

    def save(self) -> bool:
        def create() -> None:
            self.made = domain.create_person(
                account=self.account, by=self.by, position=self.position_values(), **self.values()
            )

        return run_verb(self, create)


class PositionForm(PositionFieldsForm):
    """Change a post."""

    def __init__(self, data: Any = None, *, by: Any, position: Position) -> None:
        self.by, self.post = by, position
        super().__init__(data, initial={name: getattr(position, name) for name in PositionFieldsForm.base_fields})
        self.offer_managers(position.account, by, without=position.person_id)

    def save(self) -> bool:
        return run_verb(self, lambda: domain.change_position(self.post, by=self.by, **self.position_values()))


class NewPositionForm(forms.Form):
    """Another post, or another employer: what they held elsewhere ends that day when they changed."""

    account = AccountField(label=_("Account"), nothing=_("Choose an account"))
    title = forms.CharField(label=_("Title"), max_length=160, required=False)
    family = forms.ChoiceField(label=_("Function"), choices=optional(Family), required=False)
    level = forms.ChoiceField(label=_("Level"), choices=optional(Seniority), required=False)
    starts_on = forms.DateField(label=_("From"), widget=DateInput(), required=False)
    left = forms.BooleanField(label=_("They left the other positions that day"), required=False)

    def __init__(self, data: Any = None, *, by: Any, person: Person) -> None:
        self.by, self.person = by, person
        super().__init__(data, initial={"starts_on": clock.company_today()})
        self.fields["account"].user = by

    def save(self) -> bool:
        given = dict(self.cleaned_data)
        left, day, account = given.pop("left"), given.pop("starts_on"), given.pop("account")

        def write() -> None:
            if left:
                domain.change_employer(self.person, account=account, by=self.by, on=day, **given)
            else:
                domain.add_position(self.person, account=account, by=self.by, starts_on=day, **given)

        return run_verb(self, write)


class EndForm(forms.Form):
    """They no longer hold the post."""

    ends_on = forms.DateField(label=_("Since"), widget=DateInput())
    reason = forms.ChoiceField(label=_("Why"), choices=EndReason, initial=EndReason.LEFT)

    def __init__(self, data: Any = None, *, by: Any, position: Position) -> None:
        self.by, self.post = by, position
        super().__init__(data, initial={"ends_on": clock.company_today()})

    def save(self) -> bool:
        day, reason = self.cleaned_data["ends_on"], self.cleaned_data["reason"]
        return run_verb(self, lambda: domain.end_position(self.post, on=day, by=self.by, reason=reason))


def _spoken(position: Position) -> str:
    detail = ", ".join(part for part in (position.title, position.account.name) if part)
    return f"{position.person.full_name} ({detail})"


def _typed_points(text: str, key: str, kept: list[Any]) -> list[dict[str, str]]:
    """The lines typed; one that was there already keeps its kind."""
    kinds = {str(getattr(row, key)).lower(): row.kind for row in kept}
    if key == "number":
        kinds |= {written_phone(row.number).lower(): row.kind for row in kept}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [{key: line, "kind": kinds.get(line.lower(), "")} for line in lines]


def _stored_values(person: Person) -> dict[str, Any]:
    plain = ("kind", "salutation", "first_name", "last_name", "label", "language", "time_zone", "note")
    return {name: getattr(person, name) for name in plain} | {
        "emails": "\n".join(row.address for row in person.emails.all()),
        "phones": "\n".join(_dialled(row) for row in person.phones.all()),
        "links": "\n".join(row.url for row in person.links.all()),
    }


def _dialled(row: Any) -> str:
    return f"{written_phone(row.number)} ext. {row.extension}" if row.extension else written_phone(row.number)
