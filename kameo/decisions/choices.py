"""The lists of the decision map that a company edits: roles, motivations, topics, places of a committee, arguments."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.contacts.enums import Family
from kameo.core.choices import ALLOWED, GIVEN_BACK, ChoiceApi, ChoiceList, ChoicePage, ChoiceWords, register
from kameo.core.errors import DomainError
from kameo.core.kinds import ChoiceKind, LongTextKind, ScaleKind
from kameo.core.records.fields import Field
from kameo.decisions import events
from kameo.decisions.arguments.library import argument_text
from kameo.decisions.enums import Stance, TermList
from kameo.decisions.models import Argument, Seat, Term
from kameo.decisions.terms.words import read_term_words, seat_name, term_name, term_words_once
from kameo.people.enums import Right

ANYBODY = _("Anybody")
FAMILY = ChoiceKind(enum=Family, nothing=ANYBODY)
TAG = "decision lists"


def _term_kind(terms: TermList) -> ChoiceKind:
    """The words of a list; retired ones stay with what carries them."""

    def offered() -> list[tuple[str, str]]:
        return read_term_words().offered(terms)

    def known() -> list[tuple[str, str]]:
        return [(code, term_name(term)) for code, term in read_term_words().terms[terms].items()]

    return ChoiceKind(choices=offered, retired=known, nothing=ANYBODY)


def _key_words(rows: Sequence[Any], names: Sequence[str]) -> dict[int, str]:
    """What each row is chosen by, in words: its role, motivation, function, position."""
    words = read_term_words()
    read = {
        "role": lambda code: words.name(TermList.ROLE, code),
        "motivation": lambda code: words.name(TermList.MOTIVATION, code),
        "family": lambda code: str(Family(code).label),
        "stance": lambda code: str(Stance(code).label),
    }
    return {row.pk: " · ".join(read[name](value) for name in names if (value := getattr(row, name))) for row in rows}


def _term_notes(rows: Sequence[Term]) -> dict[int, str]:
    return {row.pk: gettext("decides") for row in rows if row.decides}


def _seat_notes(rows: Sequence[Seat]) -> dict[int, str]:
    takers = _key_words(rows, ("role", "family", "stance"))
    return {pk: gettext("taken by: %(who)s") % {"who": who} for pk, who in takers.items()}


def _argument_notes(rows: Sequence[Argument]) -> dict[int, str]:
    keys = _key_words(rows, ("role", "motivation", "family"))
    return {pk: words or gettext("Suits everybody") for pk, words in keys.items()}


def _check_seat(row: Seat, what: str) -> None:
    if not (row.role or row.family or row.stance):
        message = _("Say which role, function or position takes this place.")
        raise DomainError("taken_by_nothing", message, field="role")


TERMS = register(
    ChoiceList(
        key="decision-terms",
        model=Term,
        fields=(
            Field(
                "name",
                label=_("Name"),
                required=True,
                attrs={"autocomplete": "off"},
                note="In the reader's language until somebody renames it.",
            ),
            Field("decides", label=_("Decides"), help=_("Whoever has this role counts as a decision-maker.")),
        ),
        right=Right.CONFIGURE,
        event=events.TERM_CHANGED,
        words=ChoiceWords(
            _("Lists of the decision map"),
            sub=_(
                "Roles, motivations and topics in your own words. A retired word stays with whoever carries it and is "
                "offered no more."
            ),
        ),
        scope=Field(
            "list", ChoiceKind(enum=TermList), required=True, note="Roles, motivations or topics; all when null."
        ),
        limited={"decides": {TermList.ROLE}},
        doubles=GIVEN_BACK,
        shown=lambda row, name: term_name(row) if name == "name" else getattr(row, name),
        may_add=lambda user, terms: terms == TermList.TOPIC and rules.can_write(user),
        page=ChoicePage(
            "settings/decision-lists/", "tag", order=140, one="settings/decision-lists/terms/", notes=_term_notes
        ),
        api=ChoiceApi(
            "/decision-terms",
            TAG,
            "term",
            "terms",
            ("TermOut", "TermIn", "TermFields"),
            about={
                "add": "A word more; one of that name that is there already is given back. Topics may be added by "
                "whoever rates."
            },
            notes={"code": "What ratings hold; it never changes."},
        ),
    )
)

SEATS = register(
    ChoiceList(
        key="committee-places",
        model=Seat,
        fields=(
            Field("name", label=_("Name"), required=True),
            Field("role", _term_kind(TermList.ROLE), label=_("Taken by the role")),
            Field("family", FAMILY, label=_("Taken by the function")),
            Field("stance", ChoiceKind(enum=Stance, nothing=ANYBODY), label=_("Taken by the position")),
            Field(
                "influence",
                ScaleKind(low=Decimal(1), high=Decimal(5)),
                label=_("Influence while empty"),
                required=True,
                help=_("What the empty place weighs in the relationship with the account (c-11)."),
                note="What the place weighs while it is empty (c-11).",
            ),
        ),
        right=Right.CONFIGURE,
        event=events.SEAT_CHANGED,
        words=ChoiceWords(
            _("Places of a committee"),
            sub=_(
                "Who is expected around the table of a decision. An empty place weighs its influence in the "
                "relationship (c-11)."
            ),
            options=_("Expected places"),
            add=_("Add a place"),
            submit=_("Add the place"),
        ),
        shown=lambda row, name: seat_name(row) if name == "name" else getattr(row, name),
        check=_check_seat,
        page=ChoicePage(
            "settings/committee-places/",
            "people",
            order=141,
            template="decisions/settings/seats.html",
            notes=_seat_notes,
            reading=term_words_once,
        ),
        api=ChoiceApi(
            "/committee-places",
            TAG,
            "place",
            "places",
            ("CommitteePlaceOut", "PlaceFields", "PlaceFields"),
            about={"add": "A place more: taken by a role, a function or a position, whichever are given."},
        ),
    )
)

ARGUMENTS = register(
    ChoiceList(
        key="arguments",
        model=Argument,
        fields=(
            Field("title", label=_("Argument"), required=True),
            Field("text", LongTextKind(4000), label=_("In words"), required=True, attrs={"rows": 4}),
            Field("proof", LongTextKind(2000), label=_("Proof"), attrs={"rows": 2}),
            Field("role", _term_kind(TermList.ROLE), label=_("For the role")),
            Field("motivation", _term_kind(TermList.MOTIVATION), label=_("For the motivation")),
            Field("family", FAMILY, label=_("For the function")),
        ),
        right=Right.CONFIGURE,
        event=events.ARGUMENT_CHANGED,
        words=ChoiceWords(
            _("Arguments"),
            sub=_(
                "What to say to whom: suggested on the sheet of whoever has the role, the motivation or the function "
                "(R64)."
            ),
            options=_("Library"),
            add=_("Add an argument"),
            submit=_("Add the argument"),
            added=_("“%(name)s” is in the library."),
            empty=_("No argument yet"),
        ),
        label="title",
        code="",
        rank="",
        doubles=ALLOWED,  # the same title may be said otherwise to somebody else
        shown=argument_text,
        page=ChoicePage(
            "settings/arguments/",
            "megaphone",
            order=142,
            template="decisions/settings/arguments.html",
            notes=_argument_notes,
            reading=term_words_once,
        ),
        api=ChoiceApi(
            "/arguments",
            TAG,
            "argument",
            "arguments",
            ("ArgumentOut", "ArgumentFields", "ArgumentFields"),
            about={
                "add": "What to say to whoever has a role, a motivation or a function; an empty key suits everybody."
            },
        ),
    )
)
