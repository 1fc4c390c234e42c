"""Reads shared by pages, search and the API."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Value
from django.db.models.functions import Concat, StrIndex

from kameo.accounts.models import Account
from kameo.accounts.rules import can_read_restricted
from kameo.core.text import Fold, fold
from kameo.interactions.models import Interaction
from kameo.people.models import User


def who_sees(account: Account, users: Iterable[User]) -> list[User]:
    """Those of `users` who see the account: one query each, for the handful that a text mentions."""
    visible = Account.objects.filter(pk=account.pk)
    return [user for user in users if visible.visible_to(user).exists()]


def who_may_read(interaction: Interaction, users: Iterable[User]) -> list[User]:
    """Those of `users` who may read the interaction, restricted or not."""
    seeing = who_sees(interaction.account, users)
    if not interaction.restricted:
        return seeing
    return [user for user in seeing if can_read_restricted(user, interaction.account)]


def mentioned_in(text: str, ids: Iterable[int] = ()) -> list[User]:
    """The active colleagues whom a text names: those chosen in the list (`ids`), or written "@First Last".

    A chosen one whose name was deleted from the text again is left out. No query without an "@".
    """
    if "@" not in text:
        return []
    written = Concat(Value("@"), Fold(Concat("first_name", Value(" "), "last_name")))
    named = (
        User.objects.active()
        .select_related("role")
        .annotate(found=StrIndex(Value(fold(text)), written))
        .filter(found__gt=0)
        .exclude(first_name="", last_name="")
    )
    chosen = set(ids)
    by_name: dict[str, list[User]] = {}
    for user in named:
        by_name.setdefault(fold(user.full_name), []).append(user)
    # Two colleagues with one name: the one chosen in the list, otherwise both.
    return [
        user
        for homonyms in by_name.values()
        for user in ([u for u in homonyms if u.pk in chosen] or homonyms)
    ]
