"""Decision maps of the key and large accounts: people, ratings and their evidence, lines, and how it was before."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pgtrigger
from django.db import connection

from kameo.contacts.enums import PersonKind
from kameo.contacts.models import Person, Position
from kameo.decisions.models import DecisionMap, Evidence, InfluenceLink, Stake
from kameo.demo.cast import key_of
from kameo.demo.chance import PARIS
from kameo.demo.deciders import MAPS, Drawn, Formerly, Newcomer, Proven, RatedPerson
from kameo.demo.fill.accounts import Accounts
from kameo.demo.typography import french
from kameo.people.models import User

DRAWN = 160  # days ago
# Whom people report to has always been so: the field history must not say that it began with the demo.
UNTOLD = "contacts.Position:changed_update"
Posts = dict[tuple[int, str], Position]


def fill_newcomers(accounts: Accounts, users: dict[str, User], today: date) -> None:
    """The people whom the portfolio does not name, and who reports to whom. Before the exchanges, which name some."""
    for drawn in MAPS:
        root = accounts[drawn.account].pk
        posts = _posts(root)
        for newcomer in drawn.newcomers:
            posts[root, newcomer.name] = _join(newcomer, accounts, users[key_of(drawn.by)], today)
        pairs = [(one.name, "reports_to", one.reports_to) for one in drawn.newcomers if one.reports_to]
        pairs += [(name, "reports_to", chief) for name, chief in drawn.reports]
        pairs += [(name, "matrix_to", chief) for name, chief in drawn.matrix]
        with pgtrigger.ignore(UNTOLD):
            for name, line, chief in pairs:
                Position.objects.filter(pk=posts[root, name].pk).update(**{line: posts[root, chief]})


def fill_maps(accounts: Accounts, users: dict[str, User], today: date) -> None:
    """The maps as they stand today; what was rated before goes to the field history, as a change would have put it."""
    for drawn in MAPS:
        account, by = accounts[drawn.account], users[key_of(drawn.by)]
        chart = DecisionMap.objects.create(
            account=account,
            main=not drawn.name,
            name=french(drawn.name),
            expected=drawn.expected,
            created_by=by,
            created_at=_moment_ago(today, max((one.since for one in drawn.people), default=DRAWN)),
        )
        posts = _posts(account.pk)
        stakes = {one.name: _stake(chart, one, posts[account.pk, one.name], by, users, today) for one in drawn.people}
        _draw(chart, drawn, stakes, by, today)


def _posts(root: int) -> Posts:
    """Of the tree below `root`, by the name of who holds them."""
    rows = Position.objects.filter(account__lineage__contains=[root]).select_related("person").order_by("-pk")
    return {(root, row.person.full_name): row for row in rows}


def _join(one: Newcomer, accounts: Accounts, by: User, today: date) -> Position:
    first, _space, last = one.name.partition(" ")
    names = (
        {"label": french(one.name)}
        if one.kind == PersonKind.PLACEHOLDER
        else {"first_name": first, "last_name": last, "language": "fr"}
    )
    person = Person.objects.create(kind=one.kind, created_by=by, **names)
    return Position.objects.create(
        person=person,
        account=accounts[one.account],
        title=french(one.title),
        family=one.family,
        level=one.level,
        starts_on=None if one.kind == PersonKind.PLACEHOLDER else today - timedelta(days=900),
        created_by=by,
        created_at=_moment_ago(today, DRAWN),
    )


def _stake(
    chart: DecisionMap, one: RatedPerson, post: Position, by: User, users: dict[str, User], today: date
) -> Stake:
    stake = Stake.objects.create(
        map=chart,
        person=post.person,
        influence=one.influence,
        stance=one.stance,
        roles=one.roles.split(),
        motivations=one.motivations.split(),
        topics=one.topics.split(),
        level=one.level,
        desired=one.desired,
        owner=users[key_of(one.owner)] if one.owner else None,
        note=french(one.note),
        created_by=by,
        created_at=_moment_ago(today, one.since),
        changed_at=_moment_ago(today, one.once.ago if one.once else one.since),
    )
    Evidence.objects.bulk_create(_proof(stake, proof, by, today) for proof in one.proofs)
    if one.once is not None:
        _remember(stake, one.once, today)
    return stake


def _proof(stake: Stake, proof: Proven, by: User, today: date) -> Evidence:
    claim, _colon, value = proof.claim.partition(":")
    rated = {"influence": stake.influence, "stance": stake.stance, "level": stake.level}
    return Evidence(
        stake=stake,
        claim=claim,
        value=proof.value or value or str(rated[claim]),
        grade=proof.grade,
        sentence=french(proof.text),
        on=today - timedelta(days=proof.ago),
        author=stake.owner or by,
        created_at=_moment_ago(today, proof.ago),
    )


def _draw(chart: DecisionMap, drawn: Drawn, stakes: dict[str, Stake], by: User, today: date) -> None:
    InfluenceLink.objects.bulk_create(
        InfluenceLink(
            map=chart,
            source=stakes[tie.source],
            target=stakes[tie.target],
            kind=tie.kind,
            label=french(tie.label),
            created_by=by,
            created_at=_moment_ago(today, 30 + 9 * rank),
        )
        for rank, tie in enumerate(drawn.ties)
    )


def _remember(stake: Stake, once: Formerly, today: date) -> None:
    """The row as it was until that day. The history is append-only and stamps the real clock: hence the statement."""
    columns = [str(field.column) for field in Stake._meta.concrete_fields]
    was = {"influence": "%(influence)s", "stance": "%(stance)s"}
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into decisions_stakeevent (pgh_created_at, pgh_label, pgh_obj_id, {', '.join(columns)}) "  # noqa: S608
            f"select %(moment)s, 'changed', id, {', '.join(was.get(column, column) for column in columns)} "
            "from decisions_stake where id = %(id)s",
            {
                "moment": _moment_ago(today, once.ago),
                "id": stake.pk,
                "influence": once.influence,
                "stance": once.stance,
            },
        )


def _moment_ago(today: date, ago: int) -> datetime:
    return datetime.combine(today - timedelta(days=ago), time(9, 20), PARIS)
