"""References, competitors at work, notes on the sector and partners (R18, R19, R21, R222)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models.access import BinnableOfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.binning import Binnable
from kameo.core.customfields.column import CustomValues
from kameo.core.history import tracked
from kameo.core.text import Fold
from kameo.registers.enums import AdvocacyKind, PartnerKind, PartnerSide, SectorNoteKind

User = settings.AUTH_USER_MODEL


class LineQuerySet(BinnableOfAccountQuerySet):
    """Lines of a register."""


def words_of_note() -> SearchVector:
    """What full-text search compares with: the index below holds exactly this expression."""
    return SearchVector(Fold(F("text")), Fold(F("source")), config="french")


@tracked()
class Advocacy(Binnable):
    """A line of the reference and advocacy register (R21): a permission, a case study, a call given, a name passed on.

    `benefits` is the account that it brought or helped, `business` what was invoiced or expected from it, in the
    reporting currency. A permission may end (`valid_until`, included).
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="advocacies")
    kind = models.CharField(_("kind"), max_length=16, choices=AdvocacyKind)
    on = models.DateField(_("on"), default=clock.company_today)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    person = models.CharField(_("who at the customer"), max_length=160, blank=True)
    text = models.TextField(_("what was said or agreed"), blank=True)
    url = models.URLField(_("link"), max_length=300, blank=True)
    benefits = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("account it brought")
    )
    business = models.DecimalField(_("business it brought"), max_digits=18, decimal_places=2, null=True, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "advocacies"
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["account", "-on"], name="advocacy_by_account")]
        constraints = [models.CheckConstraint(condition=Q(valid_until__gte=F("on")), name="advocacy_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


@tracked(exclude=["sort_name"])
class Competitor(models.Model):
    """One of our competitors, known by one name everywhere."""

    name = models.CharField(_("name"), max_length=160)
    sort_name = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    note = models.TextField(_("strengths and weaknesses"), blank=True)

    class Meta:
        ordering = ["sort_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["sort_name"],
                name="competitor_once",
                violation_error_message=_("This competitor is in the list already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class CompetitorPresence(Binnable):
    """A competitor at work inside one entity, for one product (R19).

    `share` is its estimated share of what the entity buys of that product, in percent (0–100).
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="competitors")
    competitor = models.ForeignKey(Competitor, models.PROTECT, related_name="presences")
    product = models.CharField(_("product or service"), max_length=160, blank=True)
    incumbent = models.BooleanField(_("incumbent"), default=False)
    contract_ends_on = models.DateField(_("contract ends on"), null=True, blank=True)
    share = models.DecimalField(
        _("share of wallet"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    evidence = models.TextField(_("evidence"), blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["account_id", "id"]
        indexes = [models.Index(fields=["account"], name="presence_by_account")]
        constraints = [
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=100), name="presence_share_percent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.competitor_id} at {self.account_id}"


@tracked()
class SectorNote(Binnable):
    """What a KAM knows of the account's market, dated, with its source (R18)."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="sector_notes")
    kind = models.CharField(_("about"), max_length=12, choices=SectorNoteKind)
    on = models.DateField(_("on"), default=clock.company_today)
    text = models.TextField(_("note"))
    source = models.CharField(_("source"), max_length=300, blank=True)
    tags = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("tags"))
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [
            models.Index(fields=["account", "-on"], name="sector_note_by_account"),
            GinIndex(words_of_note(), name="sector_note_words"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


@tracked(exclude=["sort_name"])
class Partner(Binnable):
    """A partner, reseller or consultant at work at an account (R222): whoever sells with us there, or advises them.

    `side` is whom they speak for. `company` is their own account, where we have one.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="partners", verbose_name=_("account"))
    name = models.CharField(_("name"), max_length=160)
    sort_name = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)
    kind = models.CharField(_("kind"), max_length=12, choices=PartnerKind, default=PartnerKind.PARTNER)
    role = models.CharField(_("what they do there"), max_length=250, blank=True)
    side = models.CharField(_("speaks for"), max_length=8, choices=PartnerSide, blank=True)
    contact = models.CharField(_("whom to call"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    starts_on = models.DateField(_("since"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    company = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("their own account")
    )
    note = models.TextField(_("note"), blank=True)
    custom = CustomValues()
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["sort_name", "id"], condition=Q(binned_at__isnull=True), name="partner_by_name"),
            models.Index(fields=["account", "sort_name"], name="partner_by_account"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="partner_ends_after_start"),
            models.UniqueConstraint(
                fields=["account", "sort_name"], condition=Q(binned_at__isnull=True), name="partner_once_at_an_account"
            ),
        ]

    def __str__(self) -> str:
        return self.name
