"""A person as a value: chosen by typing some of their name, told to those who see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.accounts.names.lookup import AccountChoice
from kameo.accounts.names.picker import AccountField, AccountPicker
from kameo.contacts.models import Person, Position
from kameo.core.kinds.forms import form_field
from kameo.core.kinds.values import ReferenceKind
from kameo.core.text import fold

FULL = Concat("first_name", Value(" "), "last_name", output_field=TextField())


@dataclass(frozen=True)
class PersonReference(ReferenceKind):
    title: ClassVar[Any] = Coalesce(NullIf(Trim(FULL), Value("")), "label", output_field=TextField())


PERSON = PersonReference(
    to="person", visible=lambda user: Person.objects.visible_to(user), name="full_name", private=True
)


def people_found(user: Any, text: str, limit: int = 8) -> list[AccountChoice]:
    """Visible people whose name holds every word typed, with an account where the reader sees them."""
    people: QuerySet[Any] = Person.objects.visible_to(user)
    for word in fold(text[:120]).split():
        people = people.filter(sort_name__contains=word)
    place = Position.objects.visible_to(user).current().filter(person=OuterRef("pk")).order_by("pk")
    rows = people.annotate(at=Subquery(place.values("account__name")[:1])).order_by("sort_name", "pk")[:limit]
    return [AccountChoice(person.pk, person.full_name, "", person.at or "") for person in rows]


class PersonPicker(AccountPicker):
    def _address(self, name: str) -> str:
        return f"{reverse('contacts:choices')}?field={name}"


class PersonField(AccountField):
    """One person among those that `user` sees; None for nobody."""

    default_error_messages = {
        "several": _("Several people match: choose one in the list."),
        "unknown": _("Nobody that you see matches. Type some of their name."),
    }

    def __init__(self, *, nothing: Any, **options: Any) -> None:
        super().__init__(nothing=nothing, **options)
        self.widget = PersonPicker(nothing)

    def offer(self, person: Any) -> None:
        if person is not None:
            self.widget.offered = [AccountChoice(person.pk, person.full_name, "", "")]

    def _found_by(self, typed: str) -> list[AccountChoice]:
        return people_found(self.user, typed)

    def _candidates(self) -> Any:
        return Person.objects.visible_to(self.user)


@form_field.register
def _person_control(kind: PersonReference, *, nothing: Any = None, **words: Any) -> PersonField:
    return PersonField(nothing=nothing or (_("Choose somebody") if words.get("required") else _("Nobody")), **words)
