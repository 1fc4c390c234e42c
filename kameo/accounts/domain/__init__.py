"""The verbs that write accounts. Each is one transaction, names its author and lists its effects in order."""

from kameo.accounts.domain.details import (
    Warned,
    set_addresses,
    set_aliases,
    set_confidential,
    set_identifiers,
    set_mail_domains,
    set_tags,
    siren_warnings,
)
from kameo.accounts.domain.lifecycle import bin_account, change_account, create_account, restore_account
from kameo.accounts.domain.own_revenue import enter_own_revenue
from kameo.accounts.domain.status import follow_invoices, recount, set_status
from kameo.accounts.domain.structure import apply_due_moves, move_account
from kameo.accounts.domain.team import add_member, change_member, make_lead, remove_member, tell_new_member

__all__ = [
    "Warned",
    "add_member",
    "apply_due_moves",
    "bin_account",
    "change_account",
    "change_member",
    "create_account",
    "enter_own_revenue",
    "follow_invoices",
    "make_lead",
    "move_account",
    "recount",
    "remove_member",
    "restore_account",
    "set_addresses",
    "set_aliases",
    "set_confidential",
    "set_identifiers",
    "set_mail_domains",
    "set_status",
    "set_tags",
    "siren_warnings",
    "tell_new_member",
]
