"""The key axis: our own strategic objectives, and how far each account helps them (R9, c-13)."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked
from kameo.qualification.enums import Help

User = settings.AUTH_USER_MODEL


class ObjectiveQuerySet(models.QuerySet["Objective"]):
    def present(self) -> ObjectiveQuerySet:
        """Those that nobody removed."""
        return self.filter(removed_at__isnull=True)

    def in_force(self, day: object) -> ObjectiveQuerySet:
        """Those whose period holds `day`, both ends included, but for the removed ones."""
        return self.present().filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day), Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        )


@tracked()
class Objective(models.Model):
    """One of our objectives ("be seen as a responsible producer"), with its weight and its period.

    Both ends are included; an open end is None. An objective outside its period counts in no score of that day.
    A removed one counts no more, keeps its alignments for the days before, and can come back.
    """

    name = models.CharField(_("objective"), max_length=160)
    description = models.TextField(_("description"), blank=True)
    weight = models.DecimalField(
        _("weight"), max_digits=6, decimal_places=2, default=1, validators=[MinValueValidator(0)]
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = ObjectiveQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(weight__gt=0), name="objective_weighs"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="objective_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Alignment(models.Model):
    """How far an account helps one objective, and on what evidence: rows are only added, the last one counts.

    `value` is −1 (harmful), 0 (none), 1 (indirect) or 2 (strong); None when the rating was taken back.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="alignments")
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="alignments")
    value = models.SmallIntegerField(_("alignment"), null=True, choices=Help)
    evidence = models.TextField(_("evidence"), blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["account", "objective", "-at", "-id"], name="alignment_last")]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=-1, value__lte=2), name="alignment_in_scale"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.objective_id}: {self.value}"
