"""What goes to the bin and comes back as it was: meanwhile it counts and shows nowhere."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models


class BinnableQuerySet(models.QuerySet[Any]):
    def present(self) -> Self:
        return self.filter(binned_at__isnull=True)

    def binned(self) -> Self:
        return self.filter(binned_at__isnull=False)

    def visible_to(self, user: Any) -> Self:
        return self.reachable_by(user).present()

    def reachable_by(self, user: Any) -> Self:
        """Like `visible_to`, the bin included: only giving back from the bin asks for it. Each noun says who."""
        raise NotImplementedError


class Binnable(models.Model):
    binned_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class BinnableBy(Binnable):
    """Its bin also says whose row it was to throw away."""

    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        abstract = True
