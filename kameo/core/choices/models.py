"""The columns of an option, for models that have none of their own yet."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceQuerySet(models.QuerySet[Any]):
    def offered(self) -> Self:
        """Those that can still be chosen."""
        return self.filter(retired_at__isnull=True)


class Choice(models.Model):
    """An option. Values hold its id or its `code`, which never changes; a retired one stays with what carries it."""

    code = models.SlugField(max_length=40)
    name = models.CharField(_("name"), max_length=80, blank=True)
    rank = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = ChoiceQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.name or self.code
