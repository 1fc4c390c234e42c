"""The projection stored beside a person for speed: disposable, rebuilt by `kameo rebuild`."""

from __future__ import annotations

from django.db import models
from django.db.models import F

from kameo.contacts.models.people import OfPersonQuerySet, Person
from kameo.core import clock


class PersonPulse(models.Model):
    """The two clocks of a person and the strength of the relation. Each column has one writing app.

    The clocks differ on purpose (c-18): `last_contact_at` is of any kind, ours included (45-day alert);
    `last_from_them_at` is what the person began or took part in (three-year retention). A person without a row, or
    with None, was never in contact: unknown, not zero. `strength` is 0-100 (c-10), None while nothing is known;
    `factors` holds its inputs and parts as computed; a departed person's score is `frozen`.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="pulse")
    # interactions
    last_contact_at = models.DateTimeField(null=True)
    last_from_them_at = models.DateTimeField(null=True)
    last_two_way_at = models.DateTimeField(null=True)
    first_contact_at = models.DateTimeField(null=True)
    interactions = models.PositiveIntegerField(default=0)
    # insight
    strength = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    cadence_days = models.PositiveSmallIntegerField(null=True)
    factors = models.JSONField(default=dict)
    frozen = models.BooleanField(default=False)
    strength_at = models.DateTimeField(null=True)
    computed_at = models.DateTimeField(default=clock.now)

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(F("last_contact_at").desc(nulls_last=True), "person", name="person_by_contact"),
            models.Index(F("strength").desc(nulls_last=True), "person", name="person_by_strength"),
        ]

    def __str__(self) -> str:
        return f"pulse of {self.person_id}"
