"""Channels that a person refuses (R182, R185)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import Channel
from kameo.contacts.models.people import OfPersonQuerySet, Person
from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


@tracked()
class OptOut(models.Model):
    """Somebody asked not to be reached by this channel; lifted only when they ask for it (R182, R185)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="opt_outs")
    channel = models.CharField(_("channel"), max_length=8, choices=Channel)
    said = models.CharField(_("how they said it"), max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True, editable=False)
    lifted_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel"],
                condition=Q(lifted_at__isnull=True),
                name="opt_out_once",
                violation_error_message=_("They have refused this channel already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.channel}"
