"""What the app tells the journal, and which of it makes a line of the account's timeline."""

from kameo.accounts.enums import EntryKind
from kameo.accounts.timeline.kinds import register_lines

CREATED = "account.created"
CHANGED = "account.changed"
RENAMED = "account.renamed"
MOVED = "account.moved"
STATUS_CHANGED = "account.status_changed"
BINNED = "account.binned"
RESTORED = "account.restored"
CONFIDENTIALITY_CHANGED = "account.confidentiality_changed"
MERGED = "account.merged"
MERGE_UNDONE = "account.merge_undone"
TOLD_APART = "accounts.told_apart"
MEMBER_ADDED = "account.member_added"
MEMBER_CHANGED = "account.member_changed"
MEMBER_REMOVED = "account.member_removed"
HANDED_OVER = "account.handed_over"
OWN_REVENUE_ENTERED = "own_revenue.entered"
BULK_CHANGED = "accounts.bulk_changed"  # of the list of accounts, by core.lists
BULK_UNDONE = "accounts.bulk_undone"

register_lines(
    {
        RENAMED: EntryKind.STRUCTURE,
        MOVED: EntryKind.STRUCTURE,
        MERGED: EntryKind.STRUCTURE,
        MERGE_UNDONE: EntryKind.STRUCTURE,
        STATUS_CHANGED: EntryKind.STATUS,
        MEMBER_ADDED: EntryKind.TEAM,
        MEMBER_CHANGED: EntryKind.TEAM,
        MEMBER_REMOVED: EntryKind.TEAM,
        HANDED_OVER: EntryKind.TEAM,
    }
)
