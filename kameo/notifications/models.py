"""Notifications of a colleague. Other apps decide who is told; this app only delivers."""

from __future__ import annotations

from django.db import models

from kameo.core import clock
from kameo.notifications.rules import NotificationQuerySet
from kameo.people.models import User


class Notification(models.Model):
    """One message for one person. `key` with the user makes it unique: telling twice shows once."""

    user = models.ForeignKey(User, models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    # The account it is about, without a relation (accounts are a higher app): the reader must see it still.
    account_id = models.BigIntegerField(null=True, blank=True)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["user", "-at"], name="notification_by_user"),
            models.Index(fields=["user"], name="notification_unread", condition=models.Q(read_at__isnull=True)),
        ]
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="notification_once")]

    def __str__(self) -> str:
        return self.text


class Muted(models.Model):
    """A kind of message that somebody does not want."""

    user = models.ForeignKey(User, models.CASCADE, related_name="muted_kinds")
    kind = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="muted_once")]

    def __str__(self) -> str:
        return self.kind
