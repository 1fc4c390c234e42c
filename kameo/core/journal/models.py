"""The journal: one immutable row per business event, written in the transaction that caused it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from kameo.core import clock
from kameo.core.authorship import current_origin


class Event(models.Model):
    """Something that happened: `type` is `noun.verb_in_past`; `data` holds what a reaction needs, ids and values.

    The account and the actor are the only upward relations of `core`; they carry no database constraint so
    that purging either never rewrites the journal.
    """

    type = models.CharField(max_length=60)
    at = models.DateTimeField(default=clock.now)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    account = models.ForeignKey(
        "accounts.Account", models.DO_NOTHING, null=True, blank=True, db_constraint=False, related_name="+"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, blank=True, db_constraint=False, related_name="+"
    )
    data = models.JSONField(default=dict)
    origin = models.JSONField(default=current_origin, db_default={})  # through which client: `authorship.Origin`
    root = models.ForeignKey("self", models.DO_NOTHING, null=True, blank=True, related_name="+")
    depth = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["account", "-id"], name="event_by_account"),
            models.Index(fields=["subject_type", "subject_id", "-id"], name="event_by_subject"),
            models.Index(fields=["type", "-id"], name="event_by_type"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.subject_type} {self.subject_id or ''}"


class Reaction(models.Model):
    """The proof that a subscriber has dealt with an event: it does so once."""

    event = models.ForeignKey(Event, models.CASCADE)
    subscriber = models.CharField(max_length=100)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "subscriber"], name="reaction_once")]

    def __str__(self) -> str:
        return f"{self.subscriber} ← {self.event_id}"
