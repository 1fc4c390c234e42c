"""The statements behind a decision map: its lines, its stakes with their evidence, the posts of its people.

Each answers for now, or for a moment of the past from the field history, which keeps a row as it was before each
change: the first one kept after a moment is the state then.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    F,
    Field,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import JSONObject

from kameo.accounts.models import Account
from kameo.contacts.models import Position
from kameo.decisions.enums import TermList
from kameo.decisions.models import DecisionMap, Evidence, InfluenceLink, Stake, Term

if TYPE_CHECKING:
    from kameo.people.models import User

RATED = ("influence", "stance", "roles", "motivations", "topics", "level", "desired")
TIED = ("source_id", "target_id", "kind", "label")


@dataclass(frozen=True)
class Moment:
    """A day of the past, and the first instant that is no longer that day."""

    day: date
    end: datetime


def map_row(asked: DecisionMap | Account, user: User, then: Moment | None) -> DecisionMap | None:
    """The map with `drawn` (its lines) and `deciding` (codes of the roles that decide); None when there is none."""
    rows = DecisionMap.objects.visible_to(user).select_related("account")
    rows = rows.filter(**{"pk": asked.pk} if isinstance(asked, DecisionMap) else {"account": asked, "main": True})
    lines = InfluenceLink.objects.filter(map=OuterRef("pk"))
    deciding = Term.objects.filter(list=TermList.ROLE, decides=True).order_by("rank").values("code")
    added: dict[str, Any] = {"drawn": _as_array(_lines_as_of(lines, then)), "deciding": ArraySubquery(deciding)}
    if then is not None:
        added["once"] = _as_array(_former_lines(then))
    return rows.annotate(**added).first()


def stake_rows(map: DecisionMap, then: Moment | None) -> list[dict[str, Any]]:
    """Who is on the map, with what is rated (`then` of the past), the evidence, the pulse. The map was authorised."""
    rows = Stake.objects.filter(map=map, person__binned_at__isnull=True)
    proofs = Evidence.objects.filter(stake=OuterRef("pk"))
    if then is None:
        rows = rows.filter(removed_at__isnull=True)
        proofs = proofs.filter(withdrawn_at__isnull=True)
    else:
        rows = rows.filter(created_at__lt=then.end)
        proofs = proofs.filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=then.end), created_at__lt=then.end)
    found = rows.annotate(proofs=_as_array(proofs.order_by("on", "id"), "id", "claim", "value", "grade", "on"))
    names = [
        "id",
        *RATED,
        "owner_id",
        "created_at",
        "removed_at",
        "proofs",
        *PERSON,
        *PULSE,
        "owner__first_name",
        "owner__last_name",
        "owner__email",
    ]
    if then is not None:
        found = found.annotate(then=_first_kept(Stake, then, *RATED, "owner_id", "removed_at"))
        names.append("then")
    return list(found.order_by("id").values(*names))


def position_rows(
    account: Account, persons: Collection[int], user: User, then: Moment | None, *, whole_tree: bool
) -> list[dict[str, Any]]:
    """Posts that `user` may see: those held then in the tree below `account`, and all of `persons`, former too."""
    rows = Position.objects.visible_to(user).filter(person__binned_at__isnull=True)
    asked = Position.objects.filter(person_id__in=persons).values("pk")
    if whole_tree:  # two sets of ids, each by its index: `or` over both would look at every post there is
        below = Account.objects.filter(lineage__contains=[account.pk]).values("pk")
        held = Position.objects.current(then.day if then else None).filter(account__in=below)
        asked = asked.union(held.values("pk"))
    rows = rows.filter(pk__in=asked)
    if then is not None:
        rows = rows.filter(Q(starts_on__isnull=False) | Q(created_at__lt=then.end))
        since = Position.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
            pgh_obj_id=OuterRef("pk"), pgh_created_at__gte=then.end
        ).order_by("pgh_created_at", "pgh_id")
        rows = rows.annotate(
            manager=_as_it_was(since, "reports_to_id", BigIntegerField()),
            matrix=_as_it_was(since, "matrix_to_id", BigIntegerField()),
            post=_as_it_was(since, "title", CharField()),
        )
    else:
        rows = rows.annotate(manager=F("reports_to_id"), matrix=F("matrix_to_id"), post=F("title"))
    names = (
        "id",
        "person_id",
        "account_id",
        "account__name",
        "account__lineage",
        "post",
        "family",
        "level",
        "starts_on",
        "ends_on",
        "manager",
        "matrix",
        *PERSON,
        *PULSE,
    )
    return list(rows.order_by("id").values(*names))


PERSON = ("person_id", "person__kind", "person__first_name", "person__last_name", "person__label")
PULSE = ("person__pulse__last_contact_at", "person__pulse__last_from_them_at", "person__pulse__strength")


def _as_array(rows: QuerySet[Any], *names: str) -> ArraySubquery:
    """Rows as an array of objects, so that they come with what they hang on."""
    fields = names or ("id", *TIED)
    return ArraySubquery(rows.values(packed=JSONObject(**{name: name for name in fields})))


def _lines_as_of(lines: QuerySet[Any], then: Moment | None) -> QuerySet[Any]:
    if then is None:
        return lines.order_by("id")
    since = InfluenceLink.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        pgh_obj_id=OuterRef("pk"), pgh_created_at__gte=then.end
    )
    return lines.filter(~Exists(since), created_at__lt=then.end).order_by("id")


def _former_lines(then: Moment) -> QuerySet[Any]:
    """Lines that were changed or removed since, as they were."""
    kept = InfluenceLink.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        map_id=OuterRef("pk"), pgh_created_at__gte=then.end, created_at__lt=then.end
    )
    return kept.order_by("pgh_obj_id", "pgh_created_at", "pgh_id").distinct("pgh_obj_id")  # type: ignore[no-any-return]


def _first_kept(model: Any, then: Moment, *names: str) -> Subquery:
    kept = model.pgh_event_model.objects.filter(pgh_obj_id=OuterRef("pk"), pgh_created_at__gte=then.end)
    packed = kept.order_by("pgh_created_at", "pgh_id").values(packed=JSONObject(**{name: name for name in names}))
    return Subquery(packed[:1], output_field=JSONField())


def _as_it_was(since: Any, name: str, kind: Field[Any, Any]) -> Case:
    kept = Subquery(since.values(name)[:1], output_field=kind)
    return Case(When(Exists(since), then=kept), default=F(name), output_field=kind)
