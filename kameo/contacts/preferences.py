"""Settings of the app: the text that introduces the answer to an access request."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences
from kameo.core.text import N_

PERSONS = "persons"


preferences.define_group(PERSONS, _("People at customers"), icon="people", order=21)
preferences.define(
    "persons.purpose",
    "lines",
    [
        N_("Purpose: to follow the business relationship between our company and the person’s employer."),
        N_("Legal basis: our legitimate interest (GDPR, article 6.1.f); the person may object at any time."),
        N_("Kept for three years after the last contact that came from the person."),
        N_("Read by the colleagues in charge of the account and their management; given to nobody else."),
    ],
    _("What people are told about what we hold"),
    group=PERSONS,
    order=10,
    help=_("Shown above everything held about somebody, on the page and in the file of an access request."),
)
