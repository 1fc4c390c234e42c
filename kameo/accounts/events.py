"""What the app tells the journal, and which of it makes a line of the account's timeline."""

from kameo.accounts.enums import EntryKind

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
CAP_EXCEEDED = "account.cap_exceeded"
TRANSFERRED = "portfolio.transferred"
TRANSFER_PLANNED = "portfolio.transfer_planned"
GIVEN_BACK = "portfolio.given_back"
CRITERION_RATED = "account.criterion_rated"
ALIGNMENT_RATED = "account.alignment_rated"
CLASS_DECIDED = "account.class_decided"
CLASS_DECISION_ENDED = "account.class_decision_ended"
CLASS_PROPOSED = "account.class_proposed"
CLASS_CHANGED = "account.class_changed"
OBJECTIVE_CHANGED = "objective.changed"
CRITERIA_CHANGED = "criteria.changed"
BOX_RATED = "account.box_rated"
BOXES_CHANGED = "boxes.changed"
OWN_REVENUE_ENTERED = "own_revenue.entered"
DAY_BEGUN = "accounts.day_begun"
VIEW_SAVED = "view.saved"
VIEW_CHANGED = "view.changed"
VIEW_DELETED = "view.deleted"
VIEW_RESTORED = "view.restored"
BULK_CHANGED = "accounts.bulk_changed"
BULK_UNDONE = "accounts.bulk_undone"

# The journal is what these lines are rebuilt from.
LINES = {
    RENAMED: EntryKind.STRUCTURE,
    MOVED: EntryKind.STRUCTURE,
    MERGED: EntryKind.STRUCTURE,
    MERGE_UNDONE: EntryKind.STRUCTURE,
    STATUS_CHANGED: EntryKind.STATUS,
    MEMBER_ADDED: EntryKind.TEAM,
    MEMBER_CHANGED: EntryKind.TEAM,
    MEMBER_REMOVED: EntryKind.TEAM,
    CLASS_DECIDED: EntryKind.CLASS,
    CLASS_DECISION_ENDED: EntryKind.CLASS,
    CLASS_PROPOSED: EntryKind.CLASS,
    CLASS_CHANGED: EntryKind.CLASS,
    HANDED_OVER: EntryKind.TEAM,
}
