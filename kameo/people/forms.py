"""The forms about colleagues. Each calls one verb, and shows its refusal beside the field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kameo.core import installation
from kameo.core.forms import DateInput, made_by, run_verb
from kameo.people import domain
from kameo.people.choices import ROLES
from kameo.people.models import Absence, Role, Team, User
from kameo.people.picking.colleague import ColleagueField

_COVER = _("Sees and serves the accounts during these days.")


class RoleField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Role.objects.all(), **options)

    def label_from_instance(self, role: Role) -> str:
        return role.label


def _language_field() -> forms.ChoiceField:
    choices = [("", _("As the company")), *settings.LANGUAGES]
    return forms.ChoiceField(label=_("Language"), required=False, choices=choices)


class PasswordField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        super().__init__(strip=False, widget=widget, **options)


class NameForm(forms.Form):
    first_name = forms.CharField(label=_("First name"), max_length=80)
    last_name = forms.CharField(label=_("Last name"), max_length=80)


class AcceptForm(NameForm):
    """Joining: a name and a password."""

    password = PasswordField(label=_("Password"), help_text=_("Ten characters or more; a short sentence does well."))

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        self.user = user
        initial = {"first_name": user.first_name, "last_name": user.last_name}
        super().__init__(*args, **{"initial": initial} | options)

    def save(self) -> bool:
        return run_verb(self, lambda: domain.accept_invitation(self.user, **self.cleaned_data))


class InviteForm(NameForm):
    email = forms.EmailField(label=_("E-mail address"))
    role = RoleField(label=_("Role"))
    title = forms.CharField(label=_("Job title"), max_length=120, required=False)
    language = _language_field()
    field_order = ["email", "first_name", "last_name", "role", "title", "language"]

    def save(self, by: User) -> User | None:
        return made_by(self, lambda: domain.invite_user(by=by, **self.cleaned_data))


class UserForm(forms.ModelForm):
    """A colleague, as an administrator changes them."""

    role = RoleField(label=_("Role"))

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email", "role", "title", "phone", "language", "time_zone"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "time_zone" in self.fields:
            zones = [("", _("As the company")), *installation.time_zones()]
            self.fields["time_zone"] = forms.ChoiceField(label=_("Time zone"), required=False, choices=zones)
        if "language" in self.fields:
            self.fields["language"] = _language_field()

    def _post_clean(self) -> None:
        """The verb compares with the row as it is and writes it; the form does not touch the instance."""

    def save(self, by: User) -> bool:  # type: ignore[override]
        return run_verb(self, lambda: domain.change_user(self.instance, by=by, **self.cleaned_data))


class ProfileForm(UserForm):
    """What everybody changes about themselves."""

    role = None  # type: ignore[assignment]

    class Meta(UserForm.Meta):
        fields = ["first_name", "last_name", "title", "phone", "language", "time_zone", "theme"]


class SuccessorForm(forms.Form):
    """Who takes a portfolio over; needed when there is one."""

    def __init__(self, *args: Any, user: User, required: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        field = ColleagueField(label=_("Successor"), required=required, but=user)
        self.fields["successor"] = field

    def deactivate(self, by: User) -> bool:
        successor = self.cleaned_data["successor"]
        return run_verb(self, lambda: domain.deactivate_user(self.user, successor=successor, by=by))

    def transfer(self, by: User) -> bool:
        successor = self.cleaned_data["successor"]
        return run_verb(self, lambda: domain.transfer_portfolio(self.user, successor=successor, by=by))


class RoleForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
    like = RoleField(label=_("Starts with the rights of"), required=False, empty_label=_("No right yet"))

    def save(self, by: User) -> bool:
        like = self.cleaned_data["like"]
        start = {name: getattr(like, name) for name in ("rights", "strategic_cap", "large_cap")} if like else {}
        return run_verb(self, lambda: ROLES.add(by=by, name=self.cleaned_data["name"], **start))


class TeamForm(forms.Form):
    """Members to keep are ticked; new ones are named, a few at a time."""

    NEW = tuple(f"new_{number}" for number in range(1, 5))

    name = forms.CharField(label=_("Name"), max_length=80)
    members = forms.ModelMultipleChoiceField(
        label=_("Members"), queryset=User.objects.active(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, team: Team | None = None) -> None:
        present = list(team.members.filter(is_active=True)) if team else []
        super().__init__(data, initial={"name": team.name, "members": present} if team else {})
        self.team = team
        members = self.fields["members"]
        members.choices = [(user.pk, user.full_name) for user in present]  # type: ignore[attr-defined]
        for number, name in enumerate(self.NEW, start=1):
            label = _("New member %(number)s") % {"number": number}
            self.fields[name] = ColleagueField(label=label, required=False)

    def save(self, by: User) -> bool:
        named = [user for name in self.NEW if (user := self.cleaned_data[name])]
        members = [*self.cleaned_data["members"], *named]
        values = {"name": self.cleaned_data["name"], "members": list(dict.fromkeys(members))}
        if self.team is None:
            return run_verb(self, lambda: domain.create_team(by=by, **values))
        team = self.team
        return run_verb(self, lambda: domain.change_team(team, by=by, **values))


class AbsenceForm(forms.Form):
    """One's own absence, or a colleague's when `others` is true."""

    user = ColleagueField(label=_("Who is away"))
    starts_on = forms.DateField(label=_("First day"), widget=DateInput())
    ends_on = forms.DateField(label=_("Last day"), widget=DateInput())
    cover = ColleagueField(label=_("Stands in"), help_text=_COVER)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args: Any, by: User, others: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        if not others:
            del self.fields["user"]
            self.fields["cover"] = ColleagueField(label=_("Stands in"), help_text=_COVER, but=by)

    def save(self) -> Absence | None:
        values = {"user": self.by} | self.cleaned_data
        return made_by(self, lambda: domain.record_absence(values.pop("user"), by=self.by, **values))


class TokenForm(forms.Form):
    name = forms.CharField(label=_("What it is for"), max_length=80)
    expires_on = forms.DateField(
        label=_("Last day"), required=False, widget=DateInput(), help_text=_("Empty: until you revoke it.")
    )
