"""The lists of the registers: what each shows, asks and changes."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, JSONField, OuterRef, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kameo.accounts.listing.below import below_account
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.kinds import ChoiceKind, DayKind, FlagKind, LongTextKind, MailKind, MoneyKind
from kameo.core.lists import (
    ChoiceFilter,
    Column,
    InlineEdit,
    ListOf,
    ListRow,
    ListWords,
    RangeFilter,
    SearchFilter,
    matching,
    register,
)
from kameo.people.queries import name_of
from kameo.registers.enums import AdvocacyKind, PartnerKind, PartnerSide
from kameo.registers.queries.lines import standing_today
from kameo.registers.records import PARTNERS, REFERENCES

KIND, SIDE = ChoiceKind(enum=PartnerKind), ChoiceKind(enum=PartnerSide)

PARTNER_LIST = register(
    ListOf(
        key="partners",
        resource=PARTNERS,
        address="registers:partners",
        below=below_account("registers:account-partners", "partners"),
        order="name",
        with_bin=True,
        parts="registers/_partner_list.html",
        always=("account_id",),
        words=ListWords(
            title=_("Partners"),
            sub=_("Who sells with us, installs, or advises the customer."),
            nothing=_("No partner yet"),
            nothing_help=_("Open an account, then its Partners tab: note who sells or advises there, and for whom."),
            no_match=_("No partner matches."),
            search=_("Search the partners"),
            counted=lambda count: ngettext("%(num)s partner", "%(num)s partners", count),
            matched=lambda count: ngettext("%(num)s partner matches", "%(num)s partners match", count),
        ),
        columns=(
            Column("name", _("Partner"), read="name", sort="sort_name"),
            Column("account", _("Account"), read="account__name", wide=True, link=("account", "account_id")),
            Column("kind", _("Kind"), KIND, sort=True, edit=InlineEdit(required=True)),
            Column("side", _("Speaks for"), SIDE, sort=True, edit=InlineEdit()),
            Column("role", _("What they do there"), edit=InlineEdit(many=False)),
            Column("contact", _("Whom to call"), edit=InlineEdit(many=False)),
            Column("email", _("E-mail"), MailKind(), shown=False),
            Column("phone", _("Telephone"), shown=False),
            Column("starts", _("Since"), DayKind(), read="starts_on", sort=True, descending=True, shown=False),
            Column("ends", _("Until"), DayKind(), read="ends_on", sort=True),
        ),
        filters=(
            SearchFilter(paths=("sort_name", "role", "contact", "account__sort_name"), placeholder=_("Name or role")),
            ChoiceFilter(key="kind", label=_("Kind"), any=_("Any kind"), choices=PartnerKind.choices, bar=True),
            ChoiceFilter(key="side", label=_("Speaks for"), any=_("Any side"), choices=PartnerSide.choices, bar=True),
            RangeFilter(key="ends", label=_("Until"), type=DayKind(), path="ends_on"),
        ),
    )
)

NO_REFERENCE = _(
    "Open an account, then its References tab: note a permission to quote, a reference call, a name passed on."
)


class ReferenceRow(ListRow):
    kind: str
    valid_until: Any

    @property
    def expired(self) -> bool:
        return self.valid_until is not None and self.valid_until < clock.company_today()


_TOTALS = """(select jsonb_build_object(
    'lines', count(*), 'valued', count(business), 'business', sum(business),
    'permissions', count(*) filter (where kind = 'permission' and coalesce(valid_until >= %s, true)),
    'introductions', count(*) filter (where kind in ('introduction', 'recommendation')))"""


def _register_totals(user: Any, criteria: Any) -> Any:
    """What the lines found add up to, all pages together."""
    found = matching(REFERENCE_LIST, user, criteria).order_by().values("kind", "valid_until", "business")
    statement, parameters = found.query.sql_with_params()
    asked = (clock.company_today(), *parameters)
    return RawSQL(f"{_TOTALS} from ({statement}) found)", asked, output_field=JSONField())  # noqa: S611


def _benefits(column: str) -> Any:
    """The account it brought, where the reader may see that one."""
    return lambda user: Subquery(Account.objects.visible_to(user).filter(pk=OuterRef("benefits_id")).values(column)[:1])


def _stands(user: Any) -> Any:
    return ExpressionWrapper(standing_today(), output_field=BooleanField())


REFERENCE_LIST = register(
    ListOf(
        key="references",
        resource=REFERENCES,
        address="registers:references",
        below=below_account("registers:account-references", "references", wide=True),
        order="-on",
        with_bin=True,
        row=ReferenceRow,
        cells="registers/_reference_cells.html",
        parts="registers/_reference_list.html",
        always=("account_id", "kind", "valid_until"),
        attributes={
            "account_class": lambda user: Coalesce("account__pulse__account_class", Value("standard")),
            "benefits_id": _benefits("pk"),
        },
        extras={"totals": _register_totals},
        words=ListWords(
            title=_("References and advocacy"),
            sub=_("Who lets us quote them, who speaks for us, and what that brought."),
            nothing=_("No reference yet"),
            nothing_help=NO_REFERENCE,
            no_match=_("No reference matches."),
            search=_("Search the references"),
        ),
        columns=(
            Column(
                "account",
                _("Account"),
                attribute="account_name",
                read="account__name",
                also=("account_class",),
                sort="account__sort_name",
                wide=True,
            ),
            Column("kind", _("Kind"), ChoiceKind(enum=AdvocacyKind), sort=True),
            Column("on", _("On"), DayKind(), sort=True, descending=True, numeric=False),
            Column("valid_until", _("Valid until"), DayKind(), sort=True, numeric=False),
            Column("stands", _("Valid today"), FlagKind(), read=_stands, drawn=False),
            Column("person", _("Who at the customer"), shown=False),
            Column("text", _("What was said or agreed"), LongTextKind(), also=("person", "url")),
            Column("url", _("Link"), shown=False),
            Column(
                "benefits",
                _("Account it brought"),
                attribute="benefits_name",
                read=_benefits("name"),
                also=("benefits_id",),
            ),
            Column("business", _("Business it brought"), MoneyKind(), sort=True, descending=True),
            Column("author", _("Noted by"), read=lambda user: name_of("by"), shown=False),
        ),
        filters=(
            SearchFilter(paths=("account__sort_name", "person", "text"), placeholder=_("Account, person or words")),
            ChoiceFilter(key="kind", label=_("Kind"), any=_("Any kind"), choices=AdvocacyKind.choices, bar=True),
            ChoiceFilter(
                key="valid",
                label=_("Validity"),
                any=_("Valid or not"),
                choices=(("1", _("May be used today")),),
                bar=True,
                apply=lambda lines, user, on: lines.filter(standing_today()),
            ),
        ),
    )
)
