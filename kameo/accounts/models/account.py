"""The customer: a tree of groups, companies, divisions and sites."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Kind, Orientation, Status
from kameo.accounts.models.access import AccountQuerySet
from kameo.core import clock
from kameo.core.binning import BinnableBy
from kameo.core.customfields.column import CustomValues
from kameo.core.history import tracked
from kameo.core.text import Fold

User = settings.AUTH_USER_MODEL
# The columns that people set one by one, in the order of its pages.
FIELDS = (
    "name",
    "legal_name",
    "kind",
    "sector",
    "naf",
    "headcount",
    "site_count",
    "own_revenue",
    "own_revenue_currency",
    "potential",
    "orientation",
    "cadence_days",
    "watched",
    "country",
    "website",
    "phone",
    "description",
    "tags",
)


@tracked(exclude=["sort_name", "lineage", "reach", "hidden"])
class Account(BinnableBy):
    """A customer or a part of one.

    `lineage` (the root first, itself last) and `reach` (those of the lineage whose members may see it: all of
    it, or from the nearest confidential node down) are kept by database triggers, so that bulk writes and raw
    SQL cannot break them. `parent` is today's; `Placement` remembers the others.
    """

    name = models.CharField(_("name"), max_length=250)
    sort_name = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)
    legal_name = models.CharField(_("legal name"), max_length=250, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.COMPANY)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    lineage = ArrayField(models.BigIntegerField(), default=list, editable=False)
    reach = ArrayField(models.BigIntegerField(), default=list, editable=False)
    confidential = models.BooleanField(
        _("confidential"),
        default=False,
        help_text=_("Only its named members and directors see it, and what hangs below it."),
    )
    hidden = models.BooleanField(default=False, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PROSPECT)
    status_at = models.DateTimeField(default=clock.now, editable=False)
    status_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    sector = models.CharField(_("sector"), max_length=160, blank=True)
    naf = models.CharField(
        _("NAF code"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^\d{2}\.?\d{2}[A-Z]$", _("A NAF code reads like 47.11F."))],
    )
    headcount = models.PositiveIntegerField(_("headcount"), null=True, blank=True)
    site_count = models.PositiveIntegerField(
        _("number of sites"),
        null=True,
        blank=True,
        help_text=_("How many sites it has, where they are not all here as accounts (R5)."),
    )
    own_revenue = models.DecimalField(
        _("own revenue"),
        max_digits=18,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("What the customer itself turns over in a year."),
    )
    own_revenue_currency = models.CharField(_("currency"), max_length=3, blank=True)
    potential = models.DecimalField(
        _("potential"),
        max_digits=18,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("What we could invoice in a year, in the reporting currency (R4)."),
    )
    orientation = models.CharField(
        _("orientation"),
        max_length=8,
        choices=Orientation,
        blank=True,
        db_default="",
        default="",
        help_text=_("What the relationship is for first: it chooses the default cadence and goals."),
    )
    cadence_days = models.PositiveSmallIntegerField(
        _("cadence"),
        null=True,
        blank=True,
        help_text=_("Longest time between two contacts, in days; the orientation's when empty."),
    )
    watched = models.BooleanField(
        _("on the watch-list"),
        default=False,
        db_default=False,
        help_text=_("Small today, with a strategic potential to follow (R16)."),
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    description = models.TextField(_("description"), blank=True)
    tags = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("tags"))
    custom = CustomValues()
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    changed_at = models.DateTimeField(default=clock.now, editable=False)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    objects = AccountQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["sort_name", "id"], name="account_by_name"),
            GinIndex(OpClass("sort_name", name="gin_trgm_ops"), name="account_name_trgm"),
            GinIndex(fields=["lineage"], name="account_lineage"),
            GinIndex(fields=["reach"], name="account_reach"),
            GinIndex(fields=["tags"], name="account_tags"),
            models.Index(fields=["status", "sort_name"], name="account_by_status"),
            models.Index(fields=["potential"], condition=Q(potential__isnull=False), name="account_by_potential"),
            models.Index(fields=["binned_at"], condition=Q(binned_at__isnull=False), name="account_in_bin"),
            # Counting what there is without reading it.
            models.Index(fields=["id"], condition=Q(binned_at__isnull=True), name="account_present"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="account_not_its_own_parent",
                violation_error_message=_("An account cannot belong to itself."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="account_has_a_name", violation_error_message=_("Give it a name.")
            ),
        ]

    def __str__(self) -> str:
        return self.name
