"""The verbs that write people and positions. Each is one transaction, names its author and lists its effects."""

from kameo.stakeholders.domain.merging import (
    forget_persons_apart,
    merge_persons,
    tell_persons_apart,
    undo_person_merge,
)
from kameo.stakeholders.domain.persons import bin_person, change_person, create_person, restore_person
from kameo.stakeholders.domain.positions import (
    add_position,
    change_employer,
    change_position,
    end_position,
    reopen_position,
)

__all__ = [
    "add_position",
    "bin_person",
    "change_employer",
    "change_person",
    "change_position",
    "create_person",
    "end_position",
    "forget_persons_apart",
    "merge_persons",
    "reopen_position",
    "restore_person",
    "tell_persons_apart",
    "undo_person_merge",
]
