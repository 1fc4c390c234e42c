"""Event types of the app in the journal."""

MAP_CREATED = "map.created"


MAP_CHANGED = "map.changed"


MAP_BINNED = "map.binned"


MAP_RESTORED = "map.restored"


MAP_TAKEN_OVER = "map.taken_over"


MAP_GIVEN_BACK = "map.given_back"


STAKE_ADDED = "stake.added"


STAKE_CHANGED = "stake.changed"


STAKE_REMOVED = "stake.removed"


STAKE_RESTORED = "stake.restored"


EVIDENCE_ADDED = "evidence.added"


EVIDENCE_WITHDRAWN = "evidence.withdrawn"


EVIDENCE_RESTORED = "evidence.restored"


INFLUENCE_LINK_DRAWN = "influence_link.drawn"


INFLUENCE_LINK_CHANGED = "influence_link.changed"


INFLUENCE_LINK_REMOVED = "influence_link.removed"


TERM_CHANGED = "term.changed"


SEAT_CHANGED = "seat.changed"


ARGUMENT_CHANGED = "argument.changed"


COMMITTEE_CREATED = "committee.created"


COMMITTEE_CHANGED = "committee.changed"


COMMITTEE_BINNED = "committee.binned"


COMMITTEE_RESTORED = "committee.restored"


MEMBER_SEATED = "committee_member.seated"


MEMBER_LEFT = "committee_member.left"


STEP_ADDED = "decision_step.added"


STEP_CHANGED = "decision_step.changed"


STEP_MOVED = "decision_step.moved"


STEP_REMOVED = "decision_step.removed"


INTRODUCTION_ASKED = "introduction.asked"


INTRODUCTION_WITHDRAWN = "introduction.withdrawn"


INTRODUCTION_ACCEPTED = "introduction.accepted"


INTRODUCTION_DECLINED = "introduction.declined"


INTRODUCTION_MADE = "introduction.made"


INTRODUCTION_REOPENED = "introduction.reopened"


DEPARTURE_OPENED = "departure.opened"


DEPARTURE_REPLACED = "departure.replaced"


DEPARTURE_CLOSED = "departure.closed"


DEPARTURE_CANCELLED = "departure.cancelled"


DEPARTURE_REOPENED = "departure.reopened"


DEPARTURE_TASK_ADDED = "departure_task.added"


DEPARTURE_TASK_CHANGED = "departure_task.changed"


DEPARTURE_TASK_DONE = "departure_task.done"


DEPARTURE_TASK_SET_ASIDE = "departure_task.set_aside"


DEPARTURE_TASK_REOPENED = "departure_task.reopened"
