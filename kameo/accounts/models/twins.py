"""Pairs of look-alike accounts, as the last comparison of the portfolio found them: disposable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.merging.models import Difference

if TYPE_CHECKING:
    from kameo.people.models import User


class TwinPairQuerySet(models.QuerySet["TwinPair"]):
    def visible_to(self, user: User) -> TwinPairQuerySet:
        """Those of which `user` sees both, and that nobody declared different."""
        accounts = Account.objects.visible_to(user)
        declared = Difference.objects.filter(
            noun="account", first_id=OuterRef("first_id"), second_id=OuterRef("second_id")
        )
        return self.filter(
            Exists(accounts.filter(pk=OuterRef("first"))),
            Exists(accounts.filter(pk=OuterRef("second"))),
            ~Exists(declared),
        )


class TwinPair(models.Model):
    """Two accounts that may be one. `score` is out of 100; `reasons` the codes of `accounts.twins`, strongest first.

    Written by the nightly comparison and after changes of names, numbers and addresses; `first` has the smaller id.
    """

    first = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name=_("account"))
    second = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name=_("other account"))
    score = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    computed_at = models.DateTimeField(default=clock.now)

    objects = TwinPairQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "-id"]
        indexes = [models.Index(fields=["-score", "-id"], name="twins_by_score")]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="twins_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="twins_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}: {self.score}"
