"""The list of people: over all accounts, and of one. A saved view of it is a segment (R74)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from kameo.accounts.listing.below import below_account
from kameo.contacts import domain
from kameo.contacts.listing import export
from kameo.contacts.listing.people import PersonRow, narrow_together, with_post
from kameo.contacts.listing.people_filters import people_filters
from kameo.contacts.models import Person
from kameo.core.kinds import MomentKind, NumberKind
from kameo.core.lists import Column, Criteria, ListOf, ListWords, matching, register
from kameo.core.lists.address import params_of, values_of
from kameo.core.lists.models import SavedView
from kameo.people.enums import Right


def _at_account(people: Any, account: Any, group: bool) -> Any:
    """The posts that the filters pick say so: `people_filters.held_posts`."""
    return people


def _export(here: Any, kind: str) -> HttpResponseBase:
    people = matching(here.noun, here.user, here.criteria)
    return export.export_people(here.user, people, "vcf" if kind == "vcf" else "csv", here.state.filters)


PEOPLE = register(
    ListOf(
        key="people",
        model=Person,
        address="contacts:list",
        order="name",
        right=Right.WRITE_PERSONS,
        below=replace(below_account("contacts:of-account", "persons", wide=True), narrow=_at_account),
        filters=people_filters,
        row=PersonRow,
        prepare=with_post,
        narrow=narrow_together,
        always=("kind", "first_name", "last_name", "label"),
        cells="contacts/_people_cells.html",
        parts="contacts/_people_list.html",
        export=_export,
        change=domain.change_person,
        words=ListWords(
            title=_("Contacts"),
            every=_("All contacts"),
            nothing=_("Nobody yet"),
            nothing_help=_("People are added from the page of their account."),
            no_match=_("Nobody matches."),
            search=_("Search people"),
            sub=_("Who we know at our customers, by name."),
        ),
        columns=(
            Column("name", _("Name"), read="sort_name", attribute="sort_name", sort=True),
            Column("title", _("Title"), also=("family", "level")),
            Column("account", _("Account"), attribute="account_name", read="account_name", also=("account_id",)),
            Column(
                "strength",
                _("Relationship"),
                NumberKind(),
                read="pulse__strength",
                also=("frozen",),
                sort=True,
                descending=True,
                numeric=False,
                orders=(_("Relationship, weakest first"), _("Relationship, strongest first")),
            ),
            Column(
                "contact",
                _("Last contact"),
                MomentKind(),
                attribute="last_contact_at",
                read="pulse__last_contact_at",
                sort=True,
                descending=True,
                numeric=False,
            ),
            Column("points", _("E-mail and telephone"), attribute="email", read="email", also=("phone",)),
        ),
        attributes={"frozen": "pulse__frozen"},
    )
)


def segments() -> Any:
    """Saved views of people, by their other name."""
    return SavedView.objects.of(PEOPLE.key)


def people_in(segment: SavedView, user: Any) -> Any:
    """Whom the segment holds today among those that `user` sees."""
    params = params_of(PEOPLE, segment.filters)
    return matching(PEOPLE, user, Criteria(values_of(PEOPLE, params)))
