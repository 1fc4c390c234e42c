"""One function per resource and verb."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.dateparse import parse_datetime
from ninja import Query, Router, Status

from kameo.accounts import domain
from kameo.accounts.api.schemas import (
    AccountAsOf,
    AccountChange,
    AccountDetail,
    AccountIn,
    AccountOut,
    AccountQuery,
    ChangeOut,
    EntryOut,
    MoveIn,
    TimelineQuery,
)
from kameo.accounts.api.serialise import serialise_accounts, serialise_detail, with_lead
from kameo.accounts.api.write import apply_change, create
from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.models import Account
from kameo.accounts.models.access import AccountQuerySet
from kameo.accounts.queries import changes_for
from kameo.accounts.timeline import entries
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Page, PageQuery, page_of
from kameo.core.api.pages import PageCursor, bad_cursor
from kameo.core.api.problem import RESPONSES
from kameo.core.lists import matching
from kameo.core.lists.api.asked import criteria_from
from kameo.core.text import fold
from kameo.people.models import User

TIMELINE = PageCursor("timeline_at")
CHANGES = PageCursor("changed_at")
router = Router(tags=["accounts"], by_alias=True)


def _visible(request: SignedIn, account_id: int) -> Account:
    found: Account = get_visible(with_lead(Account.objects.all(), request.user), request.user, pk=account_id)
    return found


def _answer(request: SignedIn, account_id: int, query: AccountAsOf | None = None) -> dict[str, Any]:
    return serialise_detail(_visible(request, account_id), request.user, query.as_of if query else None)


@router.get("", response={200: Page[AccountOut], **RESPONSES})
def list_accounts(request: SignedIn, query: Query[AccountQuery]) -> Any:
    """The accounts you may see, by name, with their figures; `as_of` gives these as they were on a past day."""
    accounts = with_lead(_filtered(request.user, query), request.user)
    return page_of(
        accounts, query, order="sort_name", serialise=lambda rows: serialise_accounts(rows, request.user, query.as_of)
    )


def _filtered(user: User, query: AccountQuery) -> AccountQuerySet:
    asked = criteria_from(ACCOUNT_LIST, query.model_dump(by_alias=True)).but(q=None)
    parent = None if query.parent_id is None else Account(pk=query.parent_id)
    accounts = matching(ACCOUNT_LIST, user, replace(asked, parent=parent))
    for word in fold(query.q).split():
        accounts = accounts.filter(sort_name__contains=word)
    return accounts


@router.post("", response={201: AccountDetail, **RESPONSES})
def create_account(request: SignedIn, payload: AccountIn) -> Any:
    """A new account; you become its lead unless your role sees all accounts."""
    account = create(payload, by=request.user)
    return Status(201, _answer(request, account.pk))


@router.get("/{account_id}", response={200: AccountDetail, **RESPONSES})
def read_account(request: SignedIn, account_id: int, query: Query[AccountAsOf]) -> Any:
    """One account, today or as it was at the end of `as_of`."""
    return _answer(request, account_id, query)


@router.patch("/{account_id}", response={200: AccountDetail, **RESPONSES})
def change_account(request: SignedIn, account_id: int, payload: AccountChange) -> Any:
    """Change what is given, and nothing else; a rename keeps the former name."""
    apply_change(_visible(request, account_id), payload, by=request.user)
    return _answer(request, account_id)


@router.delete("/{account_id}", response={204: None, **RESPONSES})
def bin_account(request: SignedIn, account_id: int) -> Any:
    """Into the bin, with all that hangs below it."""
    domain.bin_account(_visible(request, account_id), by=request.user)
    return Status(204, None)


@router.post("/{account_id}/restorations", response={201: AccountDetail, **RESPONSES})
def restore_account(request: SignedIn, account_id: int) -> Any:
    """Out of the bin, with what went in together."""
    account = get_binned(Account.objects, request.user, pk=account_id)
    domain.restore_account(account, by=request.user)
    return Status(201, _answer(request, account_id))


@router.post("/{account_id}/moves", response={201: AccountDetail, **RESPONSES})
def move_account(request: SignedIn, account_id: int, payload: MoveIn) -> Any:
    """From a day on, the account hangs elsewhere: past roll-ups stay what they were."""
    account = _visible(request, account_id)
    parent = _visible(request, payload.parent_id) if payload.parent_id else None
    domain.move_account(
        account, parent=parent, on=payload.on, reason=payload.reason, note=payload.note, by=request.user
    )
    return Status(201, _answer(request, account_id))


@router.get("/{account_id}/timeline", response={200: Page[EntryOut], **RESPONSES})
def read_timeline(request: SignedIn, account_id: int, query: Query[TimelineQuery]) -> Any:
    """What happened, the newest first."""
    account = _visible(request, account_id)
    lines = entries.entries_for(
        request.user,
        account,
        scope=query.scope,
        kinds=[query.kind] if query.kind else None,
        before=_cursor_place(TIMELINE, query.cursor),
        limit=query.limit + 1,
    )
    shown, more = lines[: query.limit], len(lines) > query.limit
    return {"items": shown, "next": TIMELINE.encode(shown[-1].place) if more else None}


@router.get("/{account_id}/changes", response={200: Page[ChangeOut], **RESPONSES})
def list_account_changes(request: SignedIn, account_id: int, query: Query[PageQuery]) -> Any:
    """Who changed which field through which client, the newest first; the creation is not a change."""
    account = _visible(request, account_id)
    place = _cursor_place(CHANGES, query.cursor)
    found = changes_for(account, before=place[0] if place else None, limit=query.limit + 1)
    shown, more = found[: query.limit], len(found) > query.limit
    return {"items": shown, "next": CHANGES.encode([shown[-1].at, 0]) if more else None}


def _cursor_place(order: PageCursor, cursor: str | None) -> entries.Place | None:
    if not cursor:
        return None
    text, pk = order.decode(cursor)
    moment = parse_datetime(str(text))
    if moment is None:
        raise bad_cursor()
    return moment, pk
