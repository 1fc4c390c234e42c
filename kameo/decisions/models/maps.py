"""Decision maps, the stakes of the persons on them, and the evidence (R58-R66, R70, R72)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.models.access import BinnableOfAccountQuerySet
from kameo.contacts.enums import Family
from kameo.contacts.models.people import Person
from kameo.core import clock
from kameo.core.binning import Binnable
from kameo.core.choices.models import Choice
from kameo.core.history import tracked
from kameo.decisions.enums import Claim, Grade, Level, Stance, TermList, Tie

if TYPE_CHECKING:
    from kameo.people.models import User as Colleague

User = settings.AUTH_USER_MODEL
FIVE = [MinValueValidator(1), MaxValueValidator(5)]


@tracked()
class Term(Choice):
    """A word of a list that the company edits: a decision role, a motivation, a topic of interest.

    Stakes and arguments hold its `code`, which never changes. The seeds' terms have an empty `name` until somebody
    renames them, and show translated (`decisions.terms`). A retired term keeps what carries it and is offered
    no more. `decides` marks the roles that make a decision-maker; `icon` is a name of the sprite.
    """

    list = models.CharField(max_length=12, choices=TermList)
    icon = models.CharField(max_length=20, blank=True)
    decides = models.BooleanField(_("decides"), default=False)

    class Meta(Choice.Meta):
        ordering = ["list", "rank", "id"]
        constraints = [models.UniqueConstraint(fields=["list", "code"], name="term_once")]


@tracked()
class Seat(Choice):
    """A place that every committee is expected to have (c-11 "required roles"): by role, function or position.

    Somebody takes it who carries `role`, works in `family` or stands as `stance`: whichever are filled in, one is
    enough. `influence` is its weight in the account relationship while nobody takes it.
    """

    code = models.SlugField(max_length=40, unique=True)
    role = models.CharField(_("decision role"), max_length=40, blank=True)
    family = models.CharField(_("function"), max_length=12, choices=Family, blank=True)
    stance = models.CharField(_("position"), max_length=10, choices=Stance, blank=True)
    influence = models.PositiveSmallIntegerField(_("influence"), default=3, validators=FIVE)

    class Meta(Choice.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(role="", family="", stance=""),
                name="seat_is_taken_by_something",
                violation_error_message=_("Say which role, function or position takes this place."),
            )
        ]


class DecisionMapQuerySet(BinnableOfAccountQuerySet):
    """Maps of accounts."""


@tracked()
class DecisionMap(Binnable):
    """Who decides for one purpose. Each account has one `main` map; a deal or a plan may have its own.

    `expected` is how many people take part in the decision there (5 to 15, R66); None takes the company's default.
    `budget_opens` and `budget_closes` are months (1-12) of the customer's budget period, `tender` their practice (R76).
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="decision_maps")
    name = models.CharField(_("name"), max_length=120, blank=True)
    main = models.BooleanField(default=True)
    expected = models.PositiveSmallIntegerField(
        _("people expected"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    budget_opens = models.PositiveSmallIntegerField(_("budget prepared from"), null=True, blank=True)
    budget_closes = models.PositiveSmallIntegerField(_("budget closed in"), null=True, blank=True)
    tender = models.TextField(_("tender practice"), blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    objects = DecisionMapQuerySet.as_manager()

    class Meta:
        ordering = ["-main", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(main=True), name="main_map_once"),
            models.CheckConstraint(
                condition=Q(main=True) | ~Q(name=""),
                name="map_has_a_name",
                violation_error_message=_("Give the map a name."),
            ),
            models.CheckConstraint(
                condition=Q(budget_opens__isnull=True) | Q(budget_opens__range=(1, 12)), name="budget_opens_month"
            ),
            models.CheckConstraint(
                condition=Q(budget_closes__isnull=True) | Q(budget_closes__range=(1, 12)), name="budget_closes_month"
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"main map of {self.account_id}"


class OfMapQuerySet(models.QuerySet[Any]):
    """For any table with a `map`: its rows are seen by whoever sees the map."""

    def visible_to(self, user: Colleague) -> Self:
        return self.filter(Exists(DecisionMap.objects.visible_to(user).filter(pk=OuterRef("map_id"))))


class StakeQuerySet(OfMapQuerySet):
    def visible_to(self, user: Colleague) -> Self:
        return super().visible_to(user).present()

    def reachable_by(self, user: Colleague) -> Self:
        """Those taken off a map included: putting them back asks for it."""
        return super().visible_to(user)

    def present(self) -> Self:
        return self.filter(removed_at__isnull=True, person__binned_at__isnull=True)


@tracked()
class Stake(models.Model):
    """What one person is worth on one map. Nothing rated is None or empty, never a middle value.

    `roles`, `motivations`, `topics` hold codes of `Term`. `owner` is who of ours keeps the relation; `level` and
    `desired` are declared (`Level`), beside the computed strength. Taken off a map, the row stays for its history.
    """

    map = models.ForeignKey(DecisionMap, models.CASCADE, related_name="stakes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="stakes")
    influence = models.PositiveSmallIntegerField(_("influence"), null=True, blank=True, validators=FIVE)
    stance = models.CharField(_("position"), max_length=10, choices=Stance, blank=True)
    roles = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("roles"))
    motivations = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("motivations"))
    topics = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("topics"))
    owner = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="relations", verbose_name=_("relation held by")
    )
    level = models.PositiveSmallIntegerField(_("relationship"), choices=Level, null=True, blank=True)
    desired = models.PositiveSmallIntegerField(_("relationship aimed at"), choices=Level, null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    changed_at = models.DateTimeField(default=clock.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = StakeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["person"], name="stake_by_person"),
            GinIndex(fields=["roles"], name="stake_roles"),
            GinIndex(fields=["topics"], name="stake_topics"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["map", "person"], name="stake_once"),
            models.CheckConstraint(
                condition=Q(influence__isnull=True) | Q(influence__range=(1, 5)), name="influence_of_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.map_id}"


class OfStakeQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Colleague) -> Self:
        return self.filter(Exists(Stake.objects.visible_to(user).filter(pk=OuterRef("stake_id"))))


@tracked()
class Evidence(models.Model):
    """What supports one rating of a stake: a sentence, what it is worth, who noted it, when it happened.

    `value` is the rating it speaks for ("champion", "4", "purchasing"). Rows are only added or withdrawn; what an
    interaction or a document proves is cited by `interactions.Citation`.
    """

    stake = models.ForeignKey(Stake, models.CASCADE, related_name="evidence")
    claim = models.CharField(_("what it supports"), max_length=12, choices=Claim)
    value = models.CharField(max_length=40)
    grade = models.PositiveSmallIntegerField(_("worth"), choices=Grade)
    sentence = models.TextField(_("what was seen or heard"))
    on = models.DateField(_("when"), default=clock.company_today)
    author = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = OfStakeQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["stake", "claim", "-on"], name="evidence_by_stake")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sentence=""),
                name="evidence_says_something",
                violation_error_message=_("Say what was seen or heard."),
            )
        ]

    def __str__(self) -> str:
        return self.sentence[:60]


@tracked()
class InfluenceLink(models.Model):
    """A line from one person of a map to another: influences, trusts, is in conflict with, sponsors, blocks (R70)."""

    map = models.ForeignKey(DecisionMap, models.CASCADE, related_name="links")
    source = models.ForeignKey(Stake, models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Stake, models.CASCADE, related_name="links_in")
    kind = models.CharField(_("kind"), max_length=12, choices=Tie, default=Tie.INFLUENCES)
    label = models.CharField(_("in words"), max_length=80, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    objects = OfMapQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="influence_link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="influence_link_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"
