"""A person as what fields of the company point at, and what may have some."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.contacts.models import Person
from kameo.contacts.picking import PERSON
from kameo.core.customfields.subjects import Subject, references, register

references.register("person", PERSON)
register(
    Subject(
        key="person",
        model=Person,
        page=lambda person: reverse("contacts:one", args=[person.pk]),
        one=_("Person"),
        many=_("People"),
    ),
    order=20,
)
