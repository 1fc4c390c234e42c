"""Where a person works, from when to when, and whom they report to (R57, R70, R73)."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.models.access import OfAccountQuerySet
from kameo.contacts.enums import EndReason, Family, Seniority
from kameo.contacts.models.people import Person
from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


class PositionQuerySet(OfAccountQuerySet):
    def current(self, day: date | None = None) -> Self:
        """Held on `day` (today): the day of arrival counts, the day after the last one does not."""
        on = day or clock.company_today()
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=on), Q(ends_on__isnull=True) | Q(ends_on__gt=on)
        )


@tracked()
class Position(models.Model):
    """A post at one account; several at once are usual in a group.

    `starts_on` is included, `ends_on` is the first day it is no longer held. `reports_to` draws the org chart,
    `matrix_to` the second, functional manager; neither may make a circle, whatever the employer.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="positions")
    account = models.ForeignKey(Account, models.PROTECT, related_name="positions")
    title = models.CharField(_("title"), max_length=160, blank=True)
    family = models.CharField(_("function"), max_length=12, choices=Family, blank=True)
    department = models.CharField(_("department"), max_length=120, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Seniority, blank=True)
    office = models.CharField(_("office"), max_length=160, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=10, choices=EndReason, blank=True)
    reports_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="reports", verbose_name=_("reports to")
    )
    matrix_to = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="matrix_reports",
        verbose_name=_("functional manager"),
    )
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = [F("ends_on").desc(nulls_first=True), F("starts_on").desc(nulls_last=True), "id"]
        indexes = [
            models.Index(fields=["account", "person"], name="position_by_account"),
            models.Index(fields=["person"], name="position_by_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="position_ends_after_start",
                violation_error_message=_("It ends after it starts."),
            ),
            models.CheckConstraint(condition=~Q(reports_to=F("id")), name="position_not_its_own_manager"),
            models.CheckConstraint(condition=~Q(matrix_to=F("id")), name="position_not_its_own_matrix"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.account_id}"

    @property
    def is_current(self) -> bool:
        today = clock.company_today()
        return (self.starts_on is None or self.starts_on <= today) and (self.ends_on is None or self.ends_on > today)
