"""Words of the app: how somebody is rated, and what is done about it (R58-R76)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stance(models.TextChoices):
    """Where somebody stands towards our solution: five levels stored, the seeds' three derived (R59)."""

    CHAMPION = "champion", _("Champion")
    SUPPORTER = "supporter", _("Supporter")
    NEUTRAL = "neutral", _("Neutral")
    SCEPTIC = "sceptic", _("Sceptic")
    OPPONENT = "opponent", _("Opponent")


class Level(models.IntegerChoices):
    """How somebody sees us, as our people declare it, from nobody to the one they ask first (b-1, c-10)."""

    UNKNOWN = 1, _("Does not know us")
    VENDOR = 2, _("Supplier among others")
    CREDIBLE = 3, _("Credible source")
    SOLVER = 4, _("Problem solver")
    ADVISOR = 5, _("Trusted adviser")


class TermList(models.TextChoices):
    """The lists that the company edits: decision roles (R61), motivations (R63), topics of interest (R60)."""

    ROLE = "role", _("Decision roles")
    MOTIVATION = "motivation", _("Motivations")
    TOPIC = "topic", _("Topics")


class Claim(models.TextChoices):
    """Which rating of a stake a piece of evidence speaks for."""

    INFLUENCE = "influence", _("Influence")
    STANCE = "stance", _("Position")
    ROLE = "role", _("Role")
    MOTIVATION = "motivation", _("Motivation")
    TOPIC = "topic", _("Topic")
    LEVEL = "level", _("Relationship")


class Grade(models.IntegerChoices):
    """What evidence is worth: a title proves less than words, words less than deeds (idea 8)."""

    TITLE = 1, _("Their title says so")
    SAID = 2, _("They said so")
    DID = 3, _("They did so")
    COST = 4, _("They did so at a cost to them")


class Tie(models.TextChoices):
    """Lines drawn over the org chart (R70), read from the first person to the second."""

    INFLUENCES = "influences", _("influences")
    TRUSTS = "trusts", _("trusts")
    CONFLICTS = "conflicts", _("is in conflict with")
    SPONSORS = "sponsors", _("sponsors")
    BLOCKS = "blocks", _("blocks")


class CommitteeKind(models.TextChoices):
    """Who decides together (R27)."""

    COMMITTEE = "committee", _("Committee")
    CENTRAL = "central", _("Central purchasing body")


class IntroductionState(models.TextChoices):
    ASKED = "asked", _("Asked")
    ACCEPTED = "accepted", _("Accepted")
    MADE = "made", _("Made")
    DECLINED = "declined", _("Declined")


class DepartureCause(models.TextChoices):
    """What happened to somebody who counted (R68)."""

    LEFT = "left", _("Left the company")
    MOVED = "moved", _("Changed position")
    INFLUENCE = "influence", _("Lost influence or changed their mind")


class DepartureStep(models.TextChoices):
    """What the checklist asks, in its order; each has its own number of days (R68)."""

    TELL = "tell", _("Tell the account team")
    MEET = "meet", _("Meet them to understand what changed")
    REPORTS = "reports", _("Contact their manager and those who reported to them")
    TOPICS = "topics", _("Give their topics and the relation to somebody else")
    REPLACE = "replace", _("Find who replaces them")
    SECOND = "second", _("Find another champion")
    RATE = "rate", _("Rate the map again")
    REVIEW = "review", _("Review what was under way with them")
    FOLLOW = "follow", _("Follow them where they go")
