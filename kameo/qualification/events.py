"""What the app tells the journal, and which of it makes a line of the account's timeline."""

from kameo.accounts.enums import EntryKind
from kameo.accounts.timeline.kinds import register_lines

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

register_lines(
    {
        CLASS_DECIDED: EntryKind.CLASS,
        CLASS_DECISION_ENDED: EntryKind.CLASS,
        CLASS_PROPOSED: EntryKind.CLASS,
        CLASS_CHANGED: EntryKind.CLASS,
    }
)
