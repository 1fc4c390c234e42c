"""People who become one (R41): lines, words, look-alikes, pages and API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from kameo.contacts import rules
from kameo.contacts.domain.persons import record_person
from kameo.contacts.domain.positions import lock_chart
from kameo.contacts.enums import PersonKind
from kameo.contacts.lists import PEOPLE
from kameo.contacts.models import Person
from kameo.contacts.queries import positions_of
from kameo.contacts.queries.twins import pairs_of
from kameo.core.lists import asking, page_for
from kameo.core.merging import ABSORBED, KEPT, LikeReason, Mergeable, MergeApi, MergeChoice, MergeWords, register_noun
from kameo.core.merging.reading import TwinSide
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User


class Somebody(Schema):
    id: int
    full_name: str

    @staticmethod
    def resolve_full_name(side: TwinSide) -> str:
        return side.name


def _prefer_named(kept: Person, absorbed: Person) -> str:
    """Who has a name, where the other is a role to identify."""
    found = kept.kind == PersonKind.PLACEHOLDER and absorbed.kind != PersonKind.PLACEHOLDER
    return ABSORBED if found else KEPT


def _person_facts(person: Person, user: User) -> list[tuple[str, Any, str]]:
    """What both keep anyway; only posts that `user` may see are named."""
    posts = (" · ".join(filter(None, (post.title, post.account.name))) for post in positions_of(person, user))
    return [
        ("positions", _("Positions"), "\n".join(posts)),
        ("emails", _("E-mail"), "\n".join(row.address for row in person.emails.all())),
        ("phones", _("Telephone"), "\n".join(str(row.written) for row in person.phones.all())),
    ]


def _search(user: User, text: str) -> list[TwinSide]:
    rows = page_for(PEOPLE, user, asking(q=text, former=("1",))).rows
    return [
        TwinSide(row.id, row.name, " · ".join(filter(None, (row.title, row.account_name, row.email)))) for row in rows
    ]


def _count_pairs(count: int, more: bool) -> str:
    if more:
        return gettext("People who may be the same")
    words = ngettext("%(num)s pair of people may be the same", "%(num)s pairs of people may be the same", count)
    return words % {"num": count}


def _tell_accounts(event: str, person: Person, by: User | None, data: dict[str, Any], subject: Any) -> None:
    record_person(person, event, by, data)


_WHOLE_NAME = Trim(Concat("first_name", Value(" "), "last_name", output_field=TextField()))

PERSONS = register_noun(
    Mergeable(
        key="person",
        model=Person,
        path="persons/",
        right=Right.WRITE_PERSONS,
        home="contacts:list",
        page="contacts:one",
        same="same_person",
        name="full_name",
        naming=Coalesce(NullIf(_WHOLE_NAME, Value("")), F("label"), output_field=TextField()),
        chosen=(
            MergeChoice(
                "name",
                ("first_name", "last_name", "label", "kind"),
                _("Name"),
                words=lambda person: f"{person.full_name} · {person.get_kind_display()}",
                prefers=_prefer_named,
            ),
            MergeChoice("salutation", words=lambda person: person.get_salutation_display()),
            MergeChoice("language"),
            MergeChoice("time_zone"),
            MergeChoice("photo", label=_("Photo"), words=lambda person: gettext("a photo") if person.photo else ""),
            MergeChoice("note", both=True),
        ),
        facts=_person_facts,
        require=rules.require_write,
        pairs=pairs_of,
        search=_search,
        lock=lock_chart,
        tell=_tell_accounts,
        reasons={
            "same_name": LikeReason(_("same name"), "ok", "ok"),
            "name": LikeReason(_("similar name"), "tag"),
            "email": LikeReason(_("same e-mail"), "mail", "ok"),
            "phone": LikeReason(_("same telephone"), "phone", "ok"),
            "group": LikeReason(_("same group"), "building"),
        },
        api=MergeApi(
            "/persons-duplicates",
            "/person-merges",
            "Person",
            ("person merges", "person merges"),
            one=Somebody,
            choices="name, salutation, language, time_zone, photo, note → kept or absorbed (note: both too).",
            named=False,
            undo=200,
        ),
        words=MergeWords(
            many=_("Contacts"),
            alike=_("People who may be the same"),
            alike_help=_(
                "Merging keeps everything of both, and can be undone. Names alone are never enough: they share an"
                " address, a number or a group."
            ),
            pairs=_count_pairs,
            pairs_label=_("Pairs of people"),
            none=_("No duplicates among your contacts"),
            none_help=_(
                "Two people are proposed when their names can be one person’s and they share an address, a direct line"
                " or a group."
            ),
            see=_("See the contacts"),
            apart=_("People who are not the same"),
            merged=_("Merged people"),
            merged_help=_(
                "Undoing a merge gives both people back as they were; what was added since stays with the one that was"
                " kept."
            ),
            nothing=_("Nobody was merged"),
            nothing_help=_(
                "Two people who are one and the same are merged from the duplicates, or from the sheet of one of them."
            ),
            which=_("Who is the same person as %(name)s?"),
            search=_("Search people"),
            no_match=_("Nobody matches."),
            result=_(
                "Whoever saw one of the two sees the result: its addresses, numbers and note. The merge can be undone"
                " for %(days)s."
            ),
            done=_("%(absorbed)s and %(kept)s are one person now."),
            undone=_("%(kept)s and %(absorbed)s are two people again."),
            two=_("Choose two different people."),
            side=_("Choose one of the two people for each line."),
        ),
    )
)
