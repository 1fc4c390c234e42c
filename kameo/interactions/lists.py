"""The list of exchanges: of all accounts that the reader sees, or below one account."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat, Left, NullIf, Trim
from django.utils.translation import gettext_lazy as _

from kameo.accounts.listing.below import below_account
from kameo.core.kinds import ChoiceKind, FlagKind, LongTextKind, MomentKind, WholeKind
from kameo.core.lists import (
    ChoiceFilter,
    Column,
    InlineEdit,
    ListOf,
    ListWords,
    RangeFilter,
    ReferenceFilter,
    SearchFilter,
    register,
)
from kameo.core.search import SearchTerms
from kameo.interactions.enums import Direction, InteractionKind, Occasion
from kameo.interactions.models import Participant
from kameo.interactions.records import INTERACTIONS
from kameo.interactions.search import holding_words
from kameo.people.models import User
from kameo.people.queries import name_of

SHOWN = 160  # letters of an exchange without a subject
KIND, DIRECTION, OCCASION = (ChoiceKind(enum=one) for one in (InteractionKind, Direction, Occasion))


def _holding(rows: Any, user: Any, text: str) -> Any:
    return holding_words(rows, SearchTerms.of(text))


def _said_in_short(user: Any) -> Any:
    return Coalesce(NullIf("subject", Value("")), Left("text", SHOWN), output_field=TextField())


def _people_with(user: Any) -> Any:
    """The people of the customer who took part and whom the reader sees."""
    seen = Participant.objects.named_to(user).filter(interaction=OuterRef("pk"), person__isnull=False).order_by()
    name = Trim(Concat("person__first_name", Value(" "), "person__last_name"))
    called = Coalesce(NullIf(name, Value("")), "person__label", output_field=TextField())
    names = StringAgg(called, ", ", order_by="person__sort_name")
    return Subquery(seen.values("interaction").annotate(names=names).values("names"))


def _authors(user: Any) -> list[tuple[int, str]]:
    return list(
        User.objects.active().annotate(called=name_of()).order_by("sort_name", "pk").values_list("pk", "called")
    )


INTERACTION_LIST = register(
    ListOf(
        key="interactions",
        resource=INTERACTIONS,
        address="exchanges:list",
        below=below_account("exchanges:of-account", "exchanges", wide=True),
        order="-at",
        with_bin=True,
        cells="interactions/_exchange_cells.html",
        file_first=("at", "account", "subject", "text"),
        always=("account_id",),
        words=ListWords(
            title=_("Exchanges"),
            sub=_("Calls, meetings, e-mails and notes on the accounts you see."),
            nothing=_("No exchange yet"),
            nothing_help=_("Log a call, a meeting or a note from “Add”, or on the account's page."),
            no_match=_("No exchange matches."),
            search=_("Search the exchanges"),
        ),
        columns=(
            Column("said", _("Exchange"), read=_said_in_short, also=("id", "kind", "account_id"), filed=False),
            Column("at", _("When"), MomentKind(exact=True), sort=True, descending=True, numeric=False),
            Column("kind", _("Kind"), KIND),
            Column("account", _("Account"), read="account__name", wide=True, link=("account", "account_id")),
            Column("subject", _("Subject"), drawn=False),
            Column("text", _("Text"), LongTextKind(), drawn=False),
            Column("persons", _("With"), read=_people_with),
            Column("author", _("By"), read=lambda user: name_of("author")),
            Column("direction", _("Direction"), DIRECTION, shown=False),
            Column("duration", _("Duration in minutes"), WholeKind(), shown=False),
            Column("occasion", _("Occasion"), OCCASION, edit=InlineEdit(), shown=False),
            Column("restricted", _("Restricted"), FlagKind(), shown=False),
        ),
        filters=(
            SearchFilter(placeholder=_("Words of an exchange"), apply=_holding),
            ChoiceFilter(key="kind", label=_("Kind"), any=_("Any kind"), choices=InteractionKind.choices, bar=True),
            RangeFilter(key="at", label=_("When"), type=MomentKind()),
            ReferenceFilter(
                key="author",
                label=_("By"),
                any=_("Anybody"),
                options=_authors,
                path="author_id",
                say=lambda pk: str(User.objects.filter(pk=pk).first() or ""),
                late=True,
            ),
            ChoiceFilter(key="occasion", label=_("Occasion"), any=_("Any occasion"), choices=Occasion.choices),
            ChoiceFilter(key="direction", label=_("Direction"), any=_("Any direction"), choices=Direction.choices),
        ),
    )
)
