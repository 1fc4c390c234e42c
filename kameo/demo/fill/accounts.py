"""The customers: trees first, then what describes them and who serves them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from kameo.accounts.models import Account, AccountMember, Address, Alias, Identifier, MailDomain
from kameo.demo import identifiers
from kameo.demo.cast import DIRECTOR, key_of
from kameo.demo.chance import PARIS, stream
from kameo.demo.dating import dated
from kameo.demo.portfolio import PORTFOLIO
from kameo.demo.shapes import DemoEntity
from kameo.demo.typography import french
from kameo.people.models import User

# Where an entity hung before a move that `changes` makes: it is created there.
BORN_UNDER = {"Sérandour Préfabriqués": "Sérandour Matériaux"}
FORMER_NAMES = {"Delorge Ciments": "Ciments Delorge et Fils"}
Accounts = dict[str, Account]


def entities() -> list[DemoEntity]:
    """All of them, parents first."""
    return [entity for root in PORTFOLIO for entity in root.walk()]


def fill_accounts(users: dict[str, User], today: date) -> Accounts:
    """The rows, level by level because a parent must exist; keyed by the names the portfolio uses."""
    found: Accounts = {}
    level = [(root, "") for root in PORTFOLIO if root.name not in BORN_UNDER]
    born = [(root, BORN_UNDER[root.name]) for root in PORTFOLIO if root.name in BORN_UNDER]
    while level:
        rows = [_account(entity, found.get(parent), users, today) for entity, parent in level]
        Account.objects.bulk_create(rows)
        found |= {entity.name: row for (entity, _), row in zip(level, rows, strict=True)}
        level = [(part, entity.name) for entity, _ in level for part in entity.parts] + born
        born = []
    return found


def _account(entity: DemoEntity, parent: Account | None, users: dict[str, User], today: date) -> Account:
    since = datetime.combine(today - timedelta(days=int(entity.years * 365) + 30), time(10), PARIS)
    name = FORMER_NAMES.get(entity.name, entity.name)
    changed = {"lost": 236, "dormant": 45}.get(entity.status)  # days since the status was given
    if changed is None and not entity.yearly:
        changed = 300  # never invoiced in its own name, such as a site: it must not fall dormant
    status_at = datetime.combine(today - timedelta(days=changed), time(11), PARIS) if changed else since
    return Account(
        name=french(name),
        legal_name=french(entity.legal_name),
        kind=entity.kind,
        parent=parent,
        status=entity.status,
        status_at=status_at,
        status_by=None
        if entity.status == "dormant" or (entity.yearly and entity.status == "active")
        else users[DIRECTOR],
        confidential=entity.confidential,
        sector=french(entity.sector),
        naf=entity.naf,
        headcount=entity.headcount,
        own_revenue=Decimal(entity.turnover) * 1_000_000 if entity.turnover else None,
        own_revenue_currency="EUR" if entity.turnover else "",
        country=entity.country,
        potential=Decimal(entity.potential) * 1000 if entity.potential else None,
        website=f"https://www.{entity.domain}/" if entity.domain else "",
        tags=sorted(entity.tags),
        description=french(dated(entity.description, today)),
        created_at=since,
        changed_at=since,
        created_by=users[DIRECTOR],
    )


def fill_details(accounts: Accounts) -> None:
    """Numbers, addresses, other names and mail domains."""
    sirens = _sirens()
    known = [entity for entity in entities() if entity.name in accounts]
    Identifier.objects.bulk_create(
        Identifier(account=accounts[entity.name], scheme=scheme, value=value)
        for entity in known
        for scheme, value in _numbers(entity, sirens)
    )
    Address.objects.bulk_create(
        Address(
            account=accounts[entity.name],
            kind="site" if entity.kind == "site" else "headquarters",
            lines=french(entity.street),
            postcode=entity.postcode,
            city=entity.city,
            country=entity.country,
        )
        for entity in known
        if entity.city
    )
    Alias.objects.bulk_create(
        Alias(account=accounts[entity.name], name=french(alias)) for entity in known for alias in entity.aliases
    )
    MailDomain.objects.bulk_create(
        MailDomain(account=accounts[entity.name], domain=entity.domain) for entity in known if entity.domain
    )


def _sirens() -> dict[str, tuple[str, int]]:
    """The SIREN and establishment number of each French entity; sites and divisions share their company's."""
    found: dict[str, tuple[str, int]] = {}
    rank = 0
    for root in PORTFOLIO:
        for entity in root.walk():
            if entity.country != "FR" or not entity.numbered or entity.name in found:
                continue
            rank += 1
            number = entity.siren or identifiers.siren(rank)
            found[entity.name] = (number, 7 if entity.siren else 1)
            establishments = [
                part for part in entity.parts if part.kind in {"site", "division"} and part.country == "FR"
            ]
            found |= {part.name: (number, place) for place, part in enumerate(establishments, 2)}
    return found


def _numbers(entity: DemoEntity, sirens: dict[str, tuple[str, int]]) -> list[tuple[str, str]]:
    if not entity.numbered:
        return []
    if entity.name not in sirens:
        draw = stream("number", entity.name)
        return [] if entity.kind == "site" else [("foreign", f"{entity.country} {draw.randrange(10**7, 10**8)}")]
    siren, place = sirens[entity.name]
    siret = ("siret", identifiers.siret(siren, place))
    if entity.kind in {"site", "division"}:
        return [siret]
    return [("siren", siren), ("vat", identifiers.vat(siren)), siret]


def fill_members(accounts: Accounts, users: dict[str, User], today: date) -> None:
    """Who serves whom, since the account is one of ours."""
    rows = []
    for entity in entities():
        functions = [(entity.lead, "lead")] if entity.lead else []
        for rank, (first, function) in enumerate([*functions, *entity.team]):
            rows.append(
                AccountMember(
                    account=accounts[entity.name],
                    user=users[key_of(first)],
                    function=function,
                    since=today - timedelta(days=int(entity.years * 330) - 40 * rank),
                    by=users[DIRECTOR],
                )
            )
    AccountMember.objects.bulk_create(rows)
