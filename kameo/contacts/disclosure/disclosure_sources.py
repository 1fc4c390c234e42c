"""The sections of an access request that this app answers: identity, positions, refusals, strength, history (R187)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.contacts.disclosure.disclosing import MOST, DisclosedRow, register_disclosure
from kameo.contacts.models import OptOut, Person, PersonPulse
from kameo.contacts.queries.people import positions_of
from kameo.core.authorship import Origin, signature
from kameo.core.journal.models import Event
from kameo.people.models import User as Colleague

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = (
    "kind",
    "salutation",
    "first_name",
    "last_name",
    "label",
    "language",
    "time_zone",
    "note",
    "photo",
    "binned_at",
)


def identity_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    points = {
        _("E-mail addresses"): [row.address for row in person.emails.all()],
        _("Telephone numbers"): [row.written for row in person.phones.all()],
        _("Links"): [row.url for row in person.links.all()],
    }
    return [
        {
            _("Name"): person.full_name,
            _("Salutation"): person.get_salutation_display(),
            _("Language"): person.language,
            _("Time zone"): person.time_zone,
            **points,
            _("Numbers in other systems"): [f"{row.source} {row.value}".strip() for row in person.numbers.all()],
            _("Note"): person.note,
            _("Photo"): _("kept") if person.photo else "",
            _("Known since"): person.created_at,
            _("Written down by"): colleague_name(person.created_by),
        }
    ]


def position_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    return [
        {
            _("Account"): row.account.name,
            _("Title"): row.title,
            _("Function"): row.get_family_display(),
            _("Level"): row.get_level_display(),
            _("Department"): row.department,
            _("Office"): row.office,
            _("From"): row.starts_on,
            _("To"): row.ends_on,
            _("Why it ended"): row.get_end_reason_display(),
            _("Reports to"): row.reports_to.person.full_name if row.reports_to else "",
        }
        for row in positions_of(person, viewer)
    ]


def strength_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    pulse = PersonPulse.objects.filter(person=person).first()
    if pulse is None:
        return []
    return [
        {
            _("Last contact"): pulse.last_contact_at,
            _("Last contact from them"): pulse.last_from_them_at,
            _("First contact"): pulse.first_contact_at,
            _("How many contacts"): pulse.interactions or "",
            _("Strength of the relationship, out of 100"): pulse.strength,
        }
    ]


def refusal_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    rows = OptOut.objects.filter(person=person).select_related("by")
    return [
        {
            _("They refuse"): row.get_channel_display(),
            _("How they said it"): row.said,
            _("When"): row.at,
            _("Noted by"): colleague_name(row.by),
            _("Lifted"): row.lifted_at,
        }
        for row in rows
    ]


def history_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    """Each field that changed, from the field history; and who looked at this page before."""
    model: Any = apps.get_model("contacts", "PersonEvent")
    rows = model.objects.filter(pgh_obj_id=person.pk).order_by("-pgh_id")
    kept = list(rows.values("pgh_created_at", *FIELDS, context=F("pgh_context__metadata"))[:MOST])
    seen = list(
        Event.objects.filter(subject_type=person._meta.label, subject_id=person.pk, type="person.disclosed").order_by(
            "-id"
        )[:50]
    )
    who = {(row["context"] or {}).get("user") for row in kept} | {event.actor_id for event in seen}
    colleagues = Colleague.objects.filter(pk__in=[pk for pk in who if pk is not None])
    names: dict[Any, str] = {user.pk: user.full_name for user in colleagues}
    newer: dict[str, Any] = {name: getattr(person, name) for name in FIELDS}
    told: list[DisclosedRow] = []
    for row in kept:
        context = row["context"] or {}
        user = signature(names.get(context.get("user"), _("Kameo")), Origin.read(context.get("client")))
        told += [
            {_("When"): row["pgh_created_at"], _("Who"): user, _("Field"): _field_label(name), _("Before"): row[name]}
            for name in FIELDS
            if row[name] != newer[name]
        ]
        newer = row
    looked = [
        {_("When"): event.at, _("Who"): names.get(event.actor_id, _("Kameo")), _("Field"): _("shown here")}
        for event in seen
    ]
    return [*told, *looked]


def _field_label(name: str) -> str:
    field: Any = Person._meta.get_field(name)
    return str(field.verbose_name)


def colleague_name(user: Any) -> str:
    """A colleague as the rows name them, "" for nobody."""
    return user.full_name if user else ""


RELATION = gettext_lazy("To know whom we work with and how to reach them.")
DECISION = gettext_lazy("To understand who decides, and to prepare our exchanges with them.")

register_disclosure(
    "identity", gettext_lazy("Who they are and how to reach them"), why=RELATION, gather=identity_rows, order=10
)
register_disclosure("positions", gettext_lazy("Positions"), why=RELATION, gather=position_rows, order=20)
register_disclosure(
    "refusals", gettext_lazy("What they refuse"), why=gettext_lazy("To respect it."), gather=refusal_rows, order=30
)
register_disclosure(
    "strength", gettext_lazy("Contacts and strength of the relationship"), why=DECISION, gather=strength_rows, order=40
)
register_disclosure(
    "history",
    gettext_lazy("Who changed what, and who looked"),
    why=gettext_lazy("To answer for what is written."),
    gather=history_rows,
    order=90,
)
