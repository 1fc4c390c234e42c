"""Forms of the composer, of an interaction's page and of the document pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kameo.core.customfields.controls import add_own_controls, own_values
from kameo.core.customfields.values import PREFIX
from kameo.interactions.enums import Direction, InteractionKind, Occasion
from kameo.interactions.models import Document, Interaction
from kameo.people.models import User


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; cleans to a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in given if one]
        if self.required and not files:
            super().clean(None, initial)
        return files


class IdsField(forms.Field):
    """Boxes ticked in a list whose rows the verb checks; cleans to ids."""

    widget = forms.MultipleHiddenInput
    most = 100

    def clean(self, value: Any) -> list[int]:
        given = [str(one) for one in value or []]
        return [int(one) for one in given if one.isascii() and one.isdecimal() and len(one) < 19][: self.most]


class MomentField(forms.DateTimeField):
    """The browser's date-and-time control, in the reader's zone."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"], **options)


class InteractionForm(forms.Form):
    """One line and what may be said beside it, the fields of the company too; `interaction` is one logged before."""

    kind = forms.ChoiceField(label=_("Kind of exchange"), choices=InteractionKind, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What was said"),
        required=False,
        strip=True,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    subject = forms.CharField(label=_("Subject"), required=False, max_length=250)
    at = MomentField(label=_("When"), required=False)
    duration = forms.IntegerField(label=_("Minutes"), required=False, min_value=1, max_value=1440)
    direction = forms.ChoiceField(label=_("Who took the first step"), choices=Direction, required=False)
    restricted = forms.BooleanField(
        label=_("Restricted"), required=False, help_text=_("Only you, the lead of the account and directors read it.")
    )
    occasion = forms.ChoiceField(
        label=_("Occasion"),
        choices=[("", _("An ordinary exchange")), *Occasion.choices],
        required=False,
        help_text=_("A review weighs more in the relationship; a mass mailing is not a contact."),
    )
    files = FilesField(label=_("Documents"), required=False)  # type: ignore[assignment]
    person = IdsField(required=False)
    colleague = IdsField(required=False)

    def __init__(self, data: Any = None, files: Any = None, *, by: Any, interaction: Interaction | None = None) -> None:
        super().__init__(data, files, initial=_stored_values(interaction) if interaction else None)
        add_own_controls(self, "interaction", by, interaction)

    @property
    def asks_more(self) -> bool:
        """Whether a field of the company must be filled."""
        return any(field.required for name, field in self.fields.items() if name.startswith(PREFIX))

    def values(self) -> dict[str, Any]:
        """What the verbs take."""
        data = {
            name: self.cleaned_data[name]
            for name in ("kind", "text", "subject", "at", "duration", "restricted", "occasion")
        }
        both = data["kind"] == InteractionKind.MEETING
        return {
            **data,
            "persons": self.cleaned_data["person"],
            "colleagues": self.cleaned_data["colleague"],
            "direction": self.cleaned_data["direction"] or (Direction.BOTH if both else Direction.OUT),
            **own_values(self, "interaction"),
        }


def _stored_values(interaction: Interaction) -> dict[str, Any]:
    moment: datetime = timezone.localtime(interaction.at)
    names = ("kind", "text", "subject", "duration", "direction", "restricted", "occasion")
    return {name: getattr(interaction, name) for name in names} | {"at": moment}


class DocumentForm(forms.ModelForm):
    owner = forms.ModelChoiceField(label=_("Owner"), queryset=User.objects.none(), required=False)

    class Meta:
        model = Document
        fields = ["title", "owner", "expires_on"]
        widgets = {"expires_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The owner is one of the account's team, or stays who it is: no list of a thousand colleagues.
        team = User.objects.active().filter(memberships__account__in=self.instance.account.lineage)
        kept = User.objects.filter(pk=self.instance.owner_id)
        self.fields["owner"].queryset = (team | kept).distinct()  # type: ignore[attr-defined]
