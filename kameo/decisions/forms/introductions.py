"""Forms of an introduction: the request and the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.contacts.models import Person
from kameo.core.forms import run_verb
from kameo.decisions import domain
from kameo.decisions.domain.introductions import NOT_ASKED
from kameo.decisions.models import Introduction
from kameo.people.models import User


class AskForm(forms.Form):
    """Whom to ask, in words written for the asker to change."""

    through = forms.ModelChoiceField(
        label=gettext_lazy("Colleague"), queryset=User.objects.none(), empty_label=gettext_lazy("Choose a colleague")
    )
    message = forms.CharField(
        label=gettext_lazy("Message"),
        max_length=5000,
        widget=forms.Textarea({"rows": 8}),
        help_text=gettext_lazy("Your colleague reads it as it is. Say what you would like to talk about."),
    )

    def __init__(self, data: Any = None, *, by: User, person: Person, through: User | None = None) -> None:
        self.by, self.person = by, person
        self.made: Introduction | None = None
        super().__init__(data, initial={"through": through, "message": _first_message(by, person, through)})
        colleagues = User.objects.active().exclude(pk=by.pk).exclude(choices__has_key=NOT_ASKED)
        field: Any = self.fields["through"]
        field.queryset = colleagues.select_related("role")
        field.label_from_instance = lambda user: ", ".join(filter(None, [user.full_name, user.title]))

    def save(self) -> bool:
        def ask() -> None:
            self.made = domain.ask_introduction(person=self.person, by=self.by, **self.cleaned_data)

        return run_verb(self, ask)


class AnswerForm(forms.Form):
    """What `through` answers; a word is welcome, none is needed."""

    answer = forms.CharField(
        label=gettext_lazy("Your answer"), required=False, max_length=5000, widget=forms.Textarea({"rows": 4})
    )


def _first_message(by: User, person: Person, through: User | None) -> str:
    words = _(
        "Hello %(colleague)s,\n\nYou know %(person)s and I do not yet. Could you introduce me, by a word or a short "
        "call together? I would like to talk about \n\nThank you,\n%(me)s"
    )
    name = through.first_name if through is not None else ""
    return words.replace(" %(colleague)s", " %(colleague)s" if name else "") % {
        "colleague": name,
        "person": person.full_name,
        "me": by.first_name or by.full_name,
    }
