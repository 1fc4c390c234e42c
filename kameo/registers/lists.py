"""The lists of the registers: what each shows, asks and changes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kameo.accounts.listing.below import below_account
from kameo.core.kinds import ChoiceKind, DayKind, MailKind
from kameo.core.lists import ChoiceFilter, Column, InlineEdit, ListOf, ListWords, RangeFilter, SearchFilter, register
from kameo.registers.enums import PartnerKind, PartnerSide
from kameo.registers.records import PARTNERS

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
            ChoiceFilter(key="side", label=_("Speaks for"), any=_("Anybody"), choices=PartnerSide.choices, bar=True),
            RangeFilter(key="ends", label=_("Until"), type=DayKind(), path="ends_on"),
        ),
    )
)
