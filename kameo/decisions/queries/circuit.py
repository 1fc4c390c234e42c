"""The formal circuit of a map as a reader may see it: steps, committees, whom they serve, and whether we know them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Q, Subquery

from kameo.accounts.models import Account
from kameo.contacts.models import Person, Position
from kameo.core import clock
from kameo.decisions.circuit.budget import Budget, budget_on
from kameo.decisions.enums import CommitteeKind
from kameo.decisions.models import Committee, CommitteeEntity, CommitteeMember, DecisionMap, DecisionStep

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class CommitteeSitter:
    """Somebody who decides. Contacts are None while nobody of ours ever exchanged with them."""

    id: int
    name: str
    part: str
    title: str
    last_contact_at: datetime | None
    last_from_them_at: datetime | None
    member_id: int | None = None

    @property
    def is_known(self) -> bool:
        return self.last_contact_at is not None


@dataclass(frozen=True)
class VisibleCommittee:
    """A committee. Entities and members that the reader may not see are counted, not named."""

    id: int
    name: str
    kind: str
    meets: str
    note: str
    account_id: int
    account_name: str
    own: bool
    serves: Sequence[tuple[int, str]]
    serves_hidden: int
    members: Sequence[CommitteeSitter]
    members_hidden: int

    @property
    def kind_label(self) -> str:
        return str(CommitteeKind(self.kind).label)

    @property
    def known(self) -> int:
        return sum(one.is_known for one in self.members)

    @property
    def last_contact_at(self) -> datetime | None:
        return max((one.last_contact_at for one in self.members if one.last_contact_at), default=None)


@dataclass(frozen=True)
class CircuitStep:
    """One step; `from_day` and `to_day` count from the start, None after a step without a duration.

    `hidden` when a committee or somebody decides whom the reader may not see, or who is in the bin.
    """

    id: int
    rank: int
    name: str
    days: int | None
    note: str
    body: VisibleCommittee | None
    person: CommitteeSitter | None
    hidden: bool
    from_day: int | None
    to_day: int | None

    @property
    def starts_on(self) -> date | None:
        return None if self.from_day is None else clock.company_today() + timedelta(days=self.from_day)

    @property
    def ends_on(self) -> date | None:
        return None if self.to_day is None else clock.company_today() + timedelta(days=self.to_day)


@dataclass(frozen=True)
class Circuit:
    """`total` is None while a step has no duration (`unknown` of them); `known_days` adds those that have one."""

    map: DecisionMap | None
    steps: Sequence[CircuitStep]
    bodies: Sequence[VisibleCommittee]
    budget: Budget | None

    @property
    def known_days(self) -> int:
        return sum(step.days for step in self.steps if step.days is not None)

    @property
    def unknown(self) -> int:
        return sum(step.days is None for step in self.steps)

    @property
    def total(self) -> int | None:
        return self.known_days if self.steps and not self.unknown else None

    @property
    def latest_start(self) -> date | None:
        return self.budget.latest_start(self.total) if self.budget else None

    @property
    def late_by(self) -> int | None:
        """Days by which a decision that starts today ends after the budget closes; negative is room left."""
        start = self.latest_start
        return None if start is None else (clock.company_today() - start).days


def read_circuit(account: Account, user: User, decision_map: DecisionMap | None) -> Circuit:
    """Of one map of `account`, None while it has none. At most four queries."""
    steps = _steps(decision_map, user) if decision_map is not None else []
    wanted = {step.committee_id for step in steps if step.committee_id is not None}
    bodies = {one.id: one for one in _bodies(account, user, wanted)}
    months = {
        "opens": decision_map.budget_opens if decision_map else None,
        "closes": decision_map.budget_closes if decision_map else None,
    }
    return Circuit(
        map=decision_map,
        steps=_placed(steps, bodies),
        bodies=list(bodies.values()),
        budget=budget_on(clock.company_today(), **months),
    )


def read_committee(committee: Committee, user: User) -> VisibleCommittee:
    """One that `user` sees, with its account loaded; the account is named only where they may look. Three queries."""
    seen = Account.objects.visible_to(user).filter(pk=committee.account_id)
    committee.account_seen = seen.exists()  # type: ignore[attr-defined]
    members = list(_members([committee.pk], user))
    return _body(committee, committee.account, list(_served([committee.pk], user)), members)


def committees_for(account: Account, user: User) -> Any:
    """Those of the account, of what hangs above or below it, and those that serve one of these."""
    near = Q(account__lineage__contains=[account.pk]) | Q(account_id__in=account.lineage)
    served = CommitteeEntity.objects.filter(near, committee=OuterRef("pk"))
    return Committee.objects.visible_to(user).filter(near | Exists(served))


def _steps(decision_map: DecisionMap, user: User) -> list[Any]:
    """The steps with who decides, as far as the reader may see: one query."""
    seen = Person.objects.visible_to(user).filter(pk=OuterRef("person_id"))
    rows = DecisionStep.objects.filter(map=decision_map).select_related("person", "person__pulse")
    return list(rows.annotate(person_seen=Exists(seen), person_title=_title(user, "person_id")))


def _placed(steps: Iterable[Any], bodies: dict[int, VisibleCommittee]) -> list[CircuitStep]:
    """Each with the days counted from the start of the circuit."""
    found: list[CircuitStep] = []
    day: int | None = 0
    for row in steps:
        end = None if day is None or row.days is None else day + row.days
        found.append(_step(row, bodies, day, end))
        day = end
    return found


def _step(row: Any, bodies: dict[int, VisibleCommittee], start: int | None, end: int | None) -> CircuitStep:
    body = bodies.get(row.committee_id)
    person = _sitter(row.person, "", row.person_title) if row.person and row.person_seen else None
    hidden = (row.committee_id is not None and body is None) or (row.person_id is not None and person is None)
    return CircuitStep(row.pk, row.rank, row.name, row.days, row.note, body, person, hidden, start, end)


def _bodies(account: Account, user: User, wanted: set[int]) -> list[VisibleCommittee]:
    """Committees near the account and those of its steps: three queries."""
    near = committees_for(account, user).values("pk")
    rows = Committee.objects.visible_to(user).filter(Q(pk__in=near) | Q(pk__in=wanted))
    seen = Account.objects.visible_to(user).filter(pk=OuterRef("account_id"))
    committees = list(rows.select_related("account").annotate(account_seen=Exists(seen)))
    ids = [one.pk for one in committees]
    serves: dict[int, list[Any]] = {pk: [] for pk in ids}
    members: dict[int, list[Any]] = {pk: [] for pk in ids}
    for entity in _served(ids, user):
        serves[entity["committee_id"]].append(entity)
    for member in _members(ids, user):
        members[member.committee_id].append(member)
    return [_body(one, account, serves[one.pk], members[one.pk]) for one in committees]


def _served(ids: list[int], user: User) -> Any:
    seen = Account.objects.visible_to(user).filter(pk=OuterRef("account_id"))
    rows = CommitteeEntity.objects.filter(committee__in=ids, account__binned_at=None)
    named = rows.annotate(seen=Exists(seen), name=F("account__name")).order_by("account__sort_name")
    return named.values("committee_id", "account_id", "name", "seen") if ids else ()


def _members(ids: list[int], user: User) -> Any:
    seen = Person.objects.visible_to(user).filter(pk=OuterRef("person_id"))
    rows = CommitteeMember.objects.filter(committee__in=ids, person__binned_at=None)
    rows = rows.select_related("person", "person__pulse")
    rows = rows.annotate(seen=Exists(seen), title=_title(user, "person_id"))
    return rows.order_by("person__sort_name") if ids else ()


def _title(user: User, person: str) -> Subquery:
    held = Position.objects.visible_to(user).current().filter(person=OuterRef(person))
    return Subquery(held.order_by("-starts_on", "id").values("title")[:1])


def _body(committee: Any, account: Account, serves: list[Any], members: list[Any]) -> VisibleCommittee:
    named = [(row["account_id"], row["name"]) for row in serves if row["seen"]]
    shown = [_sitter(row.person, row.part, row.title, row.pk) for row in members if row.seen]
    return VisibleCommittee(
        id=committee.pk,
        name=committee.name,
        kind=committee.kind,
        meets=committee.meets,
        note=committee.note,
        account_id=committee.account_id,
        account_name=committee.account.name if committee.account_seen else "",
        own=committee.account_id == account.pk,
        serves=named,
        serves_hidden=len(serves) - len(named),
        members=shown,
        members_hidden=len(members) - len(shown),
    )


def _sitter(person: Any, part: str, title: str | None, member_id: int | None = None) -> CommitteeSitter:
    pulse = getattr(person, "pulse", None)
    return CommitteeSitter(
        id=person.pk,
        name=person.full_name,
        part=part,
        title=title or "",
        last_contact_at=pulse.last_contact_at if pulse else None,
        last_from_them_at=pulse.last_from_them_at if pulse else None,
        member_id=member_id,
    )
