"""The registers' nouns: references and advocacy (R21), competitors and where they are at work (R19), notes on the
sector (R18), partners (R222). Whoever may write the account writes its lines; every signed-in user reads the list of
competitors.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.names.kinds import ACCOUNT
from kameo.core.customfields.subjects import Input, Subject
from kameo.core.customfields.subjects import register as register_subject
from kameo.core.errors import DomainError
from kameo.core.kinds import ChoiceKind, DayKind, MoneyKind, NumberKind, ReferenceKind
from kameo.core.records import Api, Field, Once, Resource, Words, register
from kameo.core.records.finding import searchable
from kameo.core.text import fold
from kameo.people.enums import Right
from kameo.registers.enums import AdvocacyKind, PartnerKind, PartnerSide, SectorNoteKind
from kameo.registers.models import Advocacy, Competitor, CompetitorPresence, Partner, SectorNote

STAMPS = ("by_id", "at")


def competitor_called(name: str, *, by: Any) -> Competitor:
    """The competitor of that name, accents and case aside; a new one when we know none."""
    found = Competitor.objects.filter(sort_name=fold(" ".join(name.split()))).first()
    return found or COMPETITORS.add(by=by, name=name)


def _known_names(user: Any) -> list[str]:
    return list(Competitor.objects.values_list("name", flat=True)[:500])


def _known_products(user: Any) -> list[str]:
    rows = CompetitorPresence.objects.visible_to(user).exclude(product="").order_by("product")
    return list(rows.values_list("product", flat=True).distinct()[:200])


def _check_advocacy(row: Advocacy, verb: str, by: Any) -> None:
    if row.valid_until is not None and row.valid_until < row.on:
        message = _("It ends before it starts: correct one of the days.")
        raise DomainError("ends_before_start", message, field="valid_until")
    if row.benefits_id is not None and row.benefits_id == row.account_id:
        message = _("An account does not bring itself: choose the other one.")
        raise DomainError("same_account", message, field="benefits")


def _check_partner(row: Partner, verb: str, by: Any) -> None:
    if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        message = _("It ends before it starts: correct one of the days.")
        raise DomainError("ends_before_start", message, field="ends_on")
    if row.company_id is not None and row.company_id == row.account_id:
        message = _("An account is not its own partner: choose the other one.")
        raise DomainError("same_account", message, field="company")


REFERENCES = register(
    Resource(
        key="advocacy",
        model=Advocacy,
        parent="account",
        path="registers/references",
        back="registers:account-references",
        right=Right.WRITE_ACCOUNTS,
        check=_check_advocacy,
        words=Words(new=_("New reference"), edit=_("Change the reference"), added=_("The register has one more line.")),
        api=Api("/references", "references", "Advocacy", "reference", id_name="line_id", also=STAMPS, order="-on"),
        fields=(
            Field("kind", ChoiceKind(enum=AdvocacyKind)),
            Field("on"),
            Field(
                "valid_until",
                beside=True,
                help=_("Last day of a permission or a case study; empty when it has no end."),
            ),
            Field("person", label=_("Who at the customer")),
            Field("text"),
            Field("url"),
            Field(
                "benefits",
                ACCOUNT,
                help=_("The account that was introduced, recommended, or convinced by the call."),
                note="The account it brought, null where you may not see it.",
            ),
            Field(
                "business",
                MoneyKind(low=Decimal(0)),
                label=_("Business it brought"),
                unit="currency",
                help=_("Invoiced or signed thanks to it, excl. VAT. Empty while nobody knows."),
                note="In the reporting currency; null: nobody wrote it down.",
            ),
        ),
    )
)

COMPETITORS = register(
    Resource(
        key="competitor",
        model=Competitor,
        back="registers:competitors",
        right=Right.WRITE_ACCOUNTS,
        once=Once(("name",), "competitor_known", _("This competitor is in the list already.")),
        words=Words(
            new=_("New competitor"),
            edit=_("Change the competitor"),
            added=_("%(name)s is in the list."),
            binned=_("%(name)s is no longer in the list."),
            used=_("Accounts name it, or lines in their bin: rename it rather."),
        ),
        api=Api(
            "/competitors",
            "competitors",
            "Competitor",
            "competitor",
            order="sort_name",
            ids={
                "list": "list_competitors",
                "add": "add_one_competitor",
                "change": "change_one_competitor",
                "remove": "remove_one_competitor",
            },
        ),
        fields=(Field("name"), Field("website"), Field("note")),
    )
)

PRESENCES = register(
    Resource(
        key="presence",
        model=CompetitorPresence,
        parent="account",
        path="registers/presences",
        back="registers:market",
        right=Right.WRITE_ACCOUNTS,
        once=Once(
            ("competitor", "product"),
            "presence_twice",
            _("This competitor is there already for this product: change that line."),
        ),
        words=Words(
            new=_("A competitor at work"),
            edit=_("Change what the competitor does there"),
            added=_("The competitor is noted."),
        ),
        api=Api(
            "/competitor-presences", "competitors", "Presence", "presence", id_name="line_id", also=STAMPS, order="id"
        ),
        fields=(
            Field(
                "competitor",
                ReferenceKind(to="competitor", visible=lambda user: Competitor.objects.all(), called=competitor_called),
                label=_("Competitor"),
                suggest=_known_names,
                help=_("One of the list, or a new name: it joins the list."),
            ),
            Field(
                "product",
                beside=True,
                suggest=_known_products,
                help=_("What they sell there. Empty when it is everything."),
            ),
            Field("incumbent", help=_("The supplier in place today.")),
            Field("contract_ends_on"),
            Field(
                "share",
                NumberKind(low=Decimal(0), high=Decimal(100)),
                label=_("Share of wallet"),
                beside=True,
                unit="%",
                help=_("Estimated part of what this entity buys of that product."),
                note="Percent of what the entity buys of that product.",
            ),
            Field(
                "evidence",
                attrs={"rows": 3},
                help=_("How we know: a tender notice, what a buyer said, a delivery seen on site."),
            ),
        ),
    )
)

SECTOR_NOTES = register(
    Resource(
        key="sector_note",
        model=SectorNote,
        parent="account",
        path="registers/notes",
        back="registers:market",
        right=Right.WRITE_ACCOUNTS,
        words=Words(new=_("New sector note"), edit=_("Change the sector note"), added=_("The note is kept.")),
        api=Api("/sector-notes", "sector notes", "Note", "sector_note", id_name="line_id", also=STAMPS, order="-on"),
        fields=(
            Field("kind", ChoiceKind(enum=SectorNoteKind), label=_("About")),
            Field("on", beside=True),
            Field("text"),
            Field("source", help=_("Where it comes from: a trade paper, an address, a name.")),
            Field("tags"),
        ),
    )
)

PARTNERS = register(
    Resource(
        key="partner",
        model=Partner,
        parent="account",
        path="registers/partners",
        back="registers:account-partners",
        right=Right.WRITE_ACCOUNTS,
        sheet="records/one.html",
        check=_check_partner,
        once=Once(("name",), "partner_twice", _("This partner is noted at this account already: change that line.")),
        told=("name", "kind"),
        words=Words(
            new=_("New partner"),
            edit=_("Change the partner"),
            added=_("%(name)s is noted."),
            binned=_("%(name)s is in the bin."),
            restored=_("%(name)s is back."),
        ),
        api=Api("/partners", "partners", "Partner", "partner", also=STAMPS, order="sort_name"),
        fields=(
            Field("name"),
            Field("kind", ChoiceKind(enum=PartnerKind), beside=True),
            Field("role", help=_("What they sell with us, install, or advise on.")),
            Field("side", ChoiceKind(enum=PartnerSide), help=_("Whose offer they push when nobody of ours is there.")),
            Field("contact"),
            Field("email", beside=True),
            Field("phone", beside=True),
            Field("website"),
            Field("starts_on"),
            Field("ends_on", beside=True),
            Field(
                "company",
                ACCOUNT,
                help=_("Where they are a customer of ours too."),
                note="Their own account, null where you may not see it.",
            ),
            Field("note"),
        ),
    )
)

register_subject(
    Subject(
        key="partner",
        model=Partner,
        one=_("Partner"),
        many=_("Partners"),
        inputs={"starts_on": Input(_("Since"), DayKind()), "ends_on": Input(_("Until"), DayKind())},
    ),
    order=50,
)

searchable(
    PARTNERS, _("Partners"), icon="link", detail=lambda row: f"{row.account.name}, {row.get_kind_display()}", order=62
)
