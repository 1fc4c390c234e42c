"""The 9-box: how attractive an account is to us, and how we stand there beside our best competitor (R17, c-13)."""

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
from kameo.qualification.enums import BoxAxis

User = settings.AUTH_USER_MODEL


@tracked()
class BoxCriterion(models.Model):
    """A weighted criterion of one axis. `key` names the defaults, translated while nobody renames them."""

    key = models.SlugField(max_length=40, blank=True)
    axis = models.CharField(_("axis"), max_length=14, choices=BoxAxis)
    name = models.CharField(_("name"), max_length=120)
    help = models.CharField(_("what 0 and 5 mean"), max_length=250, blank=True)
    weight = models.DecimalField(
        _("weight"), max_digits=6, decimal_places=2, default=1, validators=[MinValueValidator(0)]
    )
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "box criteria"
        ordering = ["axis", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="box_criterion_once"),
            models.CheckConstraint(condition=Q(weight__gte=0), name="box_weight_positive"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class BoxRating(models.Model):
    """One rater's score of one criterion, 0 to 5 (None: taken back). Rows are only added; a rater's last one counts.

    Several raters may differ: the axis is the mean of raters, and the spread is shown (c-13).
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="box_ratings")
    criterion = models.ForeignKey(BoxCriterion, models.PROTECT, related_name="ratings")
    score = models.PositiveSmallIntegerField(
        _("score"), null=True, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )
    evidence = models.TextField(_("evidence"), blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["account", "criterion", "by", "-at"], name="box_rating_last")]
        constraints = [
            models.CheckConstraint(condition=Q(score__isnull=True) | Q(score__lte=5), name="box_rating_up_to_five")
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.criterion_id}: {self.score}"


@tracked()
class BoxCell(models.Model):
    """What we do with the accounts of one cell: the default strategy and the service level.

    `attractiveness` and `position` are the third, 0 (low) to 2 (high); empty texts read as the defaults.
    """

    attractiveness = models.PositiveSmallIntegerField(validators=[MaxValueValidator(2)])
    position = models.PositiveSmallIntegerField(validators=[MaxValueValidator(2)])
    name = models.CharField(_("name"), max_length=80, blank=True)
    strategy = models.TextField(_("strategy"), blank=True)
    service_level = models.TextField(_("service level"), blank=True)

    class Meta:
        ordering = ["-attractiveness", "position"]
        constraints = [models.UniqueConstraint(fields=["attractiveness", "position"], name="box_cell_once")]

    def __str__(self) -> str:
        return self.name or f"{self.attractiveness}/{self.position}"
