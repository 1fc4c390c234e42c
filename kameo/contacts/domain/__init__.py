"""The verbs that write people and positions. Each is one transaction, names its author and lists its effects."""

from kameo.contacts.domain.persons import bin_person, change_person, create_person, restore_person
from kameo.contacts.domain.photos import remove_photo, restore_photo, set_photo
from kameo.contacts.domain.positions import (
    add_position,
    change_employer,
    change_position,
    end_position,
    reopen_position,
)
from kameo.contacts.domain.refusals import lift_refusal, refuse_channel, renew_refusal

__all__ = [
    "add_position",
    "bin_person",
    "change_employer",
    "change_person",
    "change_position",
    "create_person",
    "end_position",
    "lift_refusal",
    "refuse_channel",
    "remove_photo",
    "renew_refusal",
    "reopen_position",
    "restore_person",
    "restore_photo",
    "set_photo",
]
