"""The verbs that write accounts. Each is one transaction, names its author and lists its effects in order."""

from kameo.accounts.domain.acting import acting
from kameo.accounts.domain.boxes import rate_box, retire_box_criterion, save_box_cell, save_box_criterion
from kameo.accounts.domain.caps import Taken, check_cap, check_caps, taken_of
from kameo.accounts.domain.criteria import retire_criterion, save_criterion, set_weights
from kameo.accounts.domain.day import begin_day
from kameo.accounts.domain.decisions import decide_class, end_decision, propose_class
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
from kameo.accounts.domain.lifecycle import FIELDS, bin_account, change_account, create_account, restore_account
from kameo.accounts.domain.merging import check_mergeable, check_undoable, merge_accounts, undo_merge
from kameo.accounts.domain.objectives import remove_objective, restore_objective, save_objective
from kameo.accounts.domain.own_revenue import enter_own_revenue
from kameo.accounts.domain.qualification import rate_alignment, rate_criterion
from kameo.accounts.domain.status import follow_invoices, recount, set_status
from kameo.accounts.domain.structure import apply_due_moves, move_account
from kameo.accounts.domain.team import add_member, change_member, make_lead, remove_member, tell_new_member
from kameo.accounts.domain.transfers import (
    apply_due_transfers,
    give_back,
    hand_over,
    held_members,
    transfer_accounts,
    undoable_until,
)
from kameo.accounts.domain.twins import forget_apart, tell_apart
from kameo.accounts.domain.views import (
    DEFAULT_VIEW,
    LAYOUTS,
    change_view,
    choose_default_view,
    delete_view,
    duplicate_view,
    restore_view,
    save_view,
)

__all__ = [
    "DEFAULT_VIEW",
    "FIELDS",
    "LAYOUTS",
    "Taken",
    "Warned",
    "acting",
    "add_member",
    "apply_due_moves",
    "apply_due_transfers",
    "begin_day",
    "bin_account",
    "change_account",
    "change_member",
    "change_view",
    "check_cap",
    "check_caps",
    "check_mergeable",
    "check_undoable",
    "choose_default_view",
    "create_account",
    "decide_class",
    "delete_view",
    "duplicate_view",
    "end_decision",
    "enter_own_revenue",
    "follow_invoices",
    "forget_apart",
    "give_back",
    "hand_over",
    "held_members",
    "make_lead",
    "merge_accounts",
    "move_account",
    "propose_class",
    "rate_alignment",
    "rate_box",
    "rate_criterion",
    "recount",
    "remove_member",
    "remove_objective",
    "restore_account",
    "restore_objective",
    "restore_view",
    "retire_box_criterion",
    "retire_criterion",
    "save_box_cell",
    "save_box_criterion",
    "save_criterion",
    "save_objective",
    "save_view",
    "set_addresses",
    "set_aliases",
    "set_confidential",
    "set_identifiers",
    "set_mail_domains",
    "set_status",
    "set_tags",
    "set_weights",
    "siren_warnings",
    "taken_of",
    "tell_apart",
    "tell_new_member",
    "transfer_accounts",
    "undo_merge",
    "undoable_until",
]
