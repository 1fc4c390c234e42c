"""The colleagues: users, their roles and teams, their absences, their API tokens."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Concat, Lower
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.history import tracked
from kameo.core.text import Fold


@tracked()
class Role(models.Model):
    """What somebody may do, and how many accounts they may serve (R100). Seeded with product.md's nine."""

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    rights = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    strategic_cap = models.PositiveSmallIntegerField(
        _("most key accounts"), null=True, blank=True, help_text=_("R100: a KAM serves 1 to 3, never more.")
    )
    large_cap = models.PositiveSmallIntegerField(_("most large accounts"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name in the reader's language for seeded roles, as typed for others."""
        from django.utils.translation import gettext

        return gettext(self.name)


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)

    def active(self) -> models.QuerySet[User]:
        return self.filter(is_active=True)


@tracked(exclude=["sort_name", "password", "last_login", "last_seen_at", "choices"])
class User(AbstractBaseUser):
    """A colleague. `account` never means this: an account is always a customer."""

    email = models.EmailField(_("e-mail address"), unique=True)
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    sort_name = models.GeneratedField(
        expression=Fold(Concat(F("last_name"), models.Value(" "), F("first_name"))),
        output_field=models.TextField(),
        db_persist=True,
    )
    title = models.CharField(_("job title"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("role"), related_name="users")
    language = models.CharField(
        _("language"), max_length=5, blank=True, choices=[("fr", _("French")), ("en", _("English"))]
    )
    time_zone = models.CharField(_("time zone"), max_length=60, blank=True)
    theme = models.CharField(
        _("theme"),
        max_length=6,
        default="system",
        choices=[("system", _("System")), ("light", _("Light")), ("dark", _("Dark"))],
    )
    # What pages remember of this person's choices, such as the list's default view; read with the user, for free.
    choices = models.JSONField(default=dict, db_default={}, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    invited_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    deactivated_at = models.DateTimeField(null=True, blank=True)
    deactivated_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    last_seen_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []  # type: ignore[misc]

    class Meta:
        ordering = ["sort_name", "id"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_any_case",
                violation_error_message=_("Somebody has this e-mail address already."),
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.email

    def can(self, right: str) -> bool:
        """Whether the role holds this right (`enums.Right`); which rows it reaches is up to `visible_to`."""
        return self.is_active and right in self.role.rights

    def get_full_name(self) -> str:
        return self.full_name

    @property
    def is_staff(self) -> bool:
        """Django's own admin is not used; allauth asks."""
        return False

    @property
    def is_superuser(self) -> bool:
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return False


@tracked()
class Team(models.Model):
    """People who share saved views and segments, and stand in for one another."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    members = models.ManyToManyField(User, related_name="teams", blank=True, verbose_name=_("members"))

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Absence(models.Model):
    """Somebody is away; `cover` sees and serves their accounts in the meantime (R107). Both days included."""

    user = models.ForeignKey(User, models.CASCADE, related_name="absences")
    cover = models.ForeignKey(User, models.CASCADE, related_name="covers", verbose_name=_("covered by"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="absence_ends_after_start",
                violation_error_message=_("The last day is on or after the first."),
            ),
            models.CheckConstraint(
                condition=~Q(user=F("cover")),
                name="absence_cover_is_another",
                violation_error_message=_("Choose somebody else to stand in."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.starts_on}–{self.ends_on}"


class ApiToken(models.Model):
    """A personal key to the API: only its hash is kept, it is shown once, it acts as its user."""

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("name"), max_length=80)
    prefix = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=clock.now)
    last_used_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"
