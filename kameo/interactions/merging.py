"""What becomes of exchanges and documents when two accounts, or two people, become one: they follow."""

from django.utils.translation import gettext_lazy as _

from kameo.contacts.pulse.projections import refresh_contacts
from kameo.core.merging import register, rows

SUBJECT = "accounts.Account"

register(
    SUBJECT,
    "interactions.interactions",
    rows("interactions.Interaction", label=_("exchanges and notes"), counted="binned_at is null"),
    order=50,
)
register(
    SUBJECT,
    "interactions.documents",
    rows("interactions.Document", label=_("documents"), counted="binned_at is null"),
    order=50,
)
register(
    "contacts.Person",
    "interactions.participants",
    rows(
        "interactions.Participant",
        "person",
        once=[("interaction_id",)],
        label=_("exchanges they took part in"),
        settle=refresh_contacts,
    ),
    order=50,
)
