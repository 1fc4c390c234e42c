"""Interactions and documents follow when two accounts, or two persons, become one."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.contacts.pulse.projections import refresh_contacts
from kameo.core.merging import register, register_rows
from kameo.interactions.models import Document, Interaction, Participant

SUBJECT = Account

register(
    SUBJECT,
    "interactions.interactions",
    register_rows(Interaction, label=_("exchanges and notes"), counted="binned_at is null"),
    order=50,
)
register(
    SUBJECT,
    "interactions.documents",
    register_rows(Document, label=_("documents"), counted="binned_at is null"),
    order=50,
)
register(
    Person,
    "interactions.participants",
    register_rows(
        Participant,
        "person",
        once=[("interaction_id",)],
        label=_("exchanges they took part in"),
        settle=refresh_contacts,
    ),
    order=50,
)
