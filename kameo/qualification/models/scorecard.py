"""The large axis' scorecard: weighted criteria with anchors, and what people rated, with evidence (R6, R7, c-13)."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL
FIVE = [MinValueValidator(0), MaxValueValidator(5)]


@tracked()
class Criterion(models.Model):
    """A line of the scorecard. A criterion with `parts` is rated through them: its score is their weighted mean.

    `key` names the seeds' criteria, for which the system can propose a score; empty for those added by the
    company, whose `name` is then shown as typed (the seeds' names are translated while nobody renames them).
    `anchors` says what 0 to 5 mean: six short texts. `steps` are the five lower bounds of 1 to 5 for a criterion
    that the system measures (an amount of the reporting currency, a count, years), empty otherwise.
    A retired criterion keeps its ratings and counts no more.
    """

    key = models.SlugField(max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=120)
    part_of = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="parts")
    weight = models.DecimalField(_("weight"), max_digits=6, decimal_places=2, validators=[MinValueValidator(0)])
    anchors = models.JSONField(_("anchors"), default=list, blank=True)
    steps = models.JSONField(_("steps"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "criteria"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="criterion_once"),
            models.CheckConstraint(condition=Q(weight__gte=0), name="criterion_weight_positive"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class CriterionRating(models.Model):
    """A rating with its evidence: rows are only added, the last one counts.

    `score` is 0 to 5, None when the rating was taken back. `proposed` is what the system proposed then, so that
    accepting and differing can be told apart.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="criterion_ratings")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="ratings")
    score = models.PositiveSmallIntegerField(_("score"), null=True, validators=FIVE)
    proposed = models.PositiveSmallIntegerField(null=True)
    evidence = models.TextField(_("evidence"), blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["account", "criterion", "-at", "-id"], name="criterion_rating_last")]
        constraints = [
            models.CheckConstraint(condition=Q(score__isnull=True) | Q(score__lte=5), name="rating_up_to_five")
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.criterion_id}: {self.score}"
