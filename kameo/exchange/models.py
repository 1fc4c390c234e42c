"""Imports: the file, what was decided about it, what happened, and what is needed to take it back."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.history import tracked
from kameo.exchange.enums import BUSY, OPEN, UNDOABLE, ImportSource, ImportStatus, ProblemLevel
from kameo.people.enums import Right

User = settings.AUTH_USER_MODEL


class ImportQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """An import is its author's; directors and administrators see all of them."""
        if not user.is_active:
            return self.none()
        return self if user.can(Right.CONFIGURE) else self.filter(by=user)


@tracked(exclude=["analysis", "outcome"])
class Import(models.Model):
    """One file on its way in.

    `options` are reading options and those of the importer; `mapping` is column name → field name.
    `analysis` is what was recognised, `outcome` what the last plan or run gave (both for pages, disposable);
    `sealed` is table → columns that the seals of its changes cover.
    """

    kind = models.CharField(_("kind"), max_length=40)
    status = models.CharField(_("status"), max_length=16, choices=ImportStatus, default=ImportStatus.DRAFT)
    source = models.CharField(max_length=8, choices=ImportSource, default=ImportSource.PAGE)
    file = models.FileField(upload_to="imports/%Y/%m", max_length=300, blank=True)
    file_name = models.CharField(_("file"), max_length=250)
    size = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    options = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    analysis = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    failure = models.JSONField(default=dict)
    sealed = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="imports", verbose_name=_("by"))
    created_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    undo_report = models.JSONField(default=dict)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["by", "-id"], name="import_by_author")]

    def __str__(self) -> str:
        return f"{self.kind} {self.file_name}"

    @property
    def is_busy(self) -> bool:
        return self.status in BUSY

    @property
    def is_open(self) -> bool:
        """Whether it can still be changed and started."""
        return self.status in OPEN

    @property
    def can_be_undone(self) -> bool:
        return self.status in UNDOABLE


class Progress(models.Model):
    """How far a run is. Apart from `Import` because it is written outside the run's transaction."""

    of = models.OneToOneField(Import, models.CASCADE, primary_key=True, related_name="progress")
    phase = models.CharField(max_length=40, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    cancel_requested = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.phase} {self.done}/{self.total}"

    @property
    def percent(self) -> int | None:
        return min(100, self.done * 100 // self.total) if self.total else None


class Problem(models.Model):
    """What was wrong with a line, in codes and parameters: words come with the reader's language."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="problems")
    line = models.PositiveIntegerField()
    field = models.CharField(max_length=60, blank=True)
    column = models.CharField(max_length=250, blank=True)
    value = models.CharField(max_length=250, blank=True)
    code = models.CharField(max_length=60)
    level = models.CharField(max_length=8, choices=ProblemLevel, default=ProblemLevel.ERROR)
    params = models.JSONField(default=dict)

    class Meta:
        ordering = ["line", "id"]
        indexes = [models.Index(fields=["of", "level", "line", "id"], name="problem_by_line")]

    def __str__(self) -> str:
        return f"{self.line} {self.code}"


class Change(models.Model):
    """One row an import wrote. `before` is the row as it was (null: it is new); `seal` proves it untouched
    since, and is empty when the import deleted it."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="changes")
    relation = models.CharField(max_length=80)
    row_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    seal = models.CharField(max_length=32)

    def __str__(self) -> str:
        return f"{self.relation} {self.row_id}"


@tracked()
class Layout(models.Model):
    """What somebody decided about files with these columns: proposed again with the next one."""

    kind = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=32)
    mapping = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    used_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "fingerprint"], name="layout_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.fingerprint}"
