"""Exchanges out of files: a row finds its account, then the exchange of that moment, kind and words."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.accounts.timeline import entries
from kameo.core.importing import importers
from kameo.core.importing.plain import plain_importer
from kameo.interactions.records import INTERACTIONS
from kameo.interactions.timeline import writing

_OF_ACCOUNTS = f"{writing.ALL_INTERACTIONS} and done.account_id = any(%s)"


def _follow_threads(account_ids: list[int]) -> None:
    """Their lines in the threads of the accounts, which count contacts from them."""
    entries.replace_from_select(writing.INTERACTION, _OF_ACCOUNTS, [account_ids], account_ids=account_ids)


importer = plain_importer(
    INTERACTIONS,
    kind="interactions",
    label=_("Exchanges"),
    match=(("at", "kind", "subject", "text"),),
    title="subject",
    names=Path(__file__).with_name("columns.ini"),
    follow=_follow_threads,
)
importers.register(importer.kind, importer, order=40)
