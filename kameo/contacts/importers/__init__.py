"""Registers how people are imported. The engine is `kameo.exchange`; see `docs/handbook/import-people.md`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.importers.relations import RELATIONS as ACCOUNT_RELATIONS
from kameo.contacts.importers.fields import DECLINED, FIELDS
from kameo.contacts.importers.messages import MESSAGES
from kameo.contacts.importers.plan import apply, plan, preview, settle
from kameo.contacts.importers.rows import DERIVED, prepare
from kameo.core.importing import Importer, Option, Relation, importers
from kameo.core.importing.columns import custom_fields
from kameo.core.importing.declarations import on_match, source
from kameo.people.enums import Right

_PART = ("contacts_person", "person_id")
RELATIONS = (
    Relation(
        "contacts_person",
        title="first_name || ' ' || t.last_name",
        volatile=("sort_name", "changed_at"),
        disposable=(("contacts_personpulse", "person_id"),),
        accounts="(select array_agg(q.account_id) from contacts_position q where q.person_id = t.id)[1]",
    ),
    Relation("contacts_emailaddress", title="address", part_of=_PART, volatile=("position",), accounts=""),
    Relation("contacts_phonenumber", title="number", part_of=_PART, volatile=("position",), accounts=""),
    Relation("contacts_link", title="url", part_of=_PART, accounts=""),
    Relation("contacts_personnumber", title="value", part_of=_PART, accounts=""),
    Relation("contacts_optout", title="channel", part_of=_PART, accounts=""),
    Relation("contacts_position", title="title", part_of=_PART),
    *ACCOUNT_RELATIONS,
)

OPTIONS = (
    Option(
        "account",
        "text",
        _("Account of everybody in the file"),
        "",
        help=_("Its name, when the file has no company: an organisation chart, a list of staff."),
    ),
    Option(
        "create_accounts",
        "boolean",
        _("Create the accounts that nobody knows"),
        False,
        help=_("Otherwise the people of unknown companies are left out, and you say which account each one is."),
    ),
    on_match(
        _("People already known"),
        _("An empty cell never erases anything; addresses and numbers are added, never removed."),
    ),
    Option(
        "country",
        "text",
        _("Country of the telephone numbers"),
        "",
        help=_("Two letters, such as FR, for the numbers whose company has no country."),
    ),
    source(_("Tells apart two systems that use the same numbers.")),
)

importers.register(
    "people",
    Importer(
        kind="people",
        label=_("People"),
        right=Right.WRITE_PERSONS,
        own_fields=FIELDS,
        extra=lambda: custom_fields("person"),
        needs=(("last_name", "full_name", "first_name"),),
        plan=plan,
        apply=apply,
        settle=settle,
        relations=RELATIONS,
        options=OPTIONS,
        messages=MESSAGES,
        prepare=prepare,
        derived=DERIVED,
        preview=preview,
        declined=DECLINED,
    ),
    order=15,
)
