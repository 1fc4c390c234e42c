"""The page's context, whole or in part: what a template may read."""

from __future__ import annotations

from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.enums import AccountClass, AddressKind, Kind, Scheme, Status
from kameo.core import panels
from kameo.core.money import reporting_currency
from kameo.interactions import rules as interaction_rules
from kameo.people.enums import Right
from kameo.people.models import User
from kameo.qualification.queries import figures
from kameo.web.portrait import feed, news
from kameo.web.portrait.head import head_of
from kameo.web.portrait.visits import note_visit
from kameo.web.shell.frame import page_address, stone_of_class


def page_context(user: User, account: Any, asked: dict[str, Any]) -> dict[str, Any]:
    context = thread_context(user, account, asked)
    context |= head_context(user, account, context["activity"])
    fetched = [(panel, panel.fetch(user, account, account.scope)) for panel in panels.panels]
    for _panel, found in fetched:
        context |= found or {}
    return context | {
        "tabs": panels.tabs_for(user, account, "portrait"),
        "breadcrumb": _breadcrumb(account, account.ancestors),
        "blocks": [panel for panel, found in fetched if found is not None],
        "identity": _identity(account),
        "kinds": {kind.value: kind.label for kind in Kind},
        "stones": {one.value: stone_of_class(one.value) for one in AccountClass},
        "currency": reporting_currency(),
        "best_month": max(context["activity"]["months"], key=lambda pair: pair[1])[0],
        "head_left_out": _left_out(context["figures"].left_out),
        "news": news.since_last_visit(user, account, note_visit(user, account.pk), context["feed"]),
        "may_log": bool(interaction_rules.kinds_for(user)),
        "may_write": user.can(Right.WRITE_ACCOUNTS),
        "may_document": interaction_rules.can_write_documents(user),
    }


def thread_context(user: User, account: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """The account, its activity, and one page of its thread: one query."""
    activity = account.activity
    found = feed.read_feed(user, account, kind=asked["kind"], before=asked["before"], place=asked["place"])
    here = f"{page_address('account', account.pk)}?{urlencode({'scope': account.scope})}"
    older = f"{here}&{urlencode({'kind': found.kind, 'before': found.next})}" if found.next else ""
    return {
        "account": account,
        "activity": activity,
        "feed": found,
        "here": here,
        "older_url": older,
        "pills": feed.kind_filters(activity["kinds"], found.kind, f"{here}&kind="),
        "total": sum(activity["kinds"].values()),
    }


def head_context(user: User, account: Any, activity: dict[str, Any]) -> dict[str, Any]:
    found = figures(account, user, scope=account.scope, pulse=getattr(account, "pulse", None))
    return {"head": head_of(account, found, activity, user), "figures": found, "status": Status(account.status)}


def _breadcrumb(account: Any, ancestors: list[dict[str, Any]]) -> list[tuple[str, str]]:
    above = [(one["name"], page_address("account", one["id"]) if one["seen"] else "") for one in ancestors]
    return [(str(_("Accounts")), page_address("accounts:list")), *above, (account.name, "")]


def _identity(account: Any) -> dict[str, Any]:
    return {
        "numbers": [(_scheme(one), one["value"]) for one in account.numbers],
        "places": [
            (str(AddressKind(one["kind"]).label), _written_address(one))
            for one in account.places
            if _written_address(one)
        ],
        "domains": account.domains,
        "names": account.other_names,
        "before": account.names_before,
    }


def _scheme(one: dict[str, str]) -> str:
    return one["source"] or str(Scheme(one["scheme"]).label)


def _written_address(place: dict[str, str]) -> str:
    town = f"{place['postcode']} {place['city']}".strip()
    return ", ".join(part for part in (place["lines"], town, place["country"]) if part)


def _left_out(number: int) -> str:
    if not number:
        return ""
    words = ngettext("%(num)s entity that you may not see", "%(num)s entities that you may not see", number)
    return words % {"num": number}
