"""The verbs that write people, positions and decision maps. Each is one transaction, names its author and lists its
effects."""

from kameo.stakeholders.domain.arguments import restore_argument, retire_argument, save_argument
from kameo.stakeholders.domain.circuit import add_step, change_step, move_step, remove_step
from kameo.stakeholders.domain.committees import (
    bin_committee,
    change_committee,
    create_committee,
    restore_committee,
    seat_member,
    unseat_member,
)
from kameo.stakeholders.domain.evidence import add_evidence, give_back_evidence, withdraw_evidence
from kameo.stakeholders.domain.introductions import (
    accept_introduction,
    allow_requests,
    ask_introduction,
    decline_introduction,
    make_introduction,
    may_be_asked,
    reopen_introduction,
    withdraw_introduction,
)
from kameo.stakeholders.domain.maps import bin_map, change_map, create_map, main_map, restore_map
from kameo.stakeholders.domain.merging import forget_persons_apart, merge_persons, tell_persons_apart, undo_person_merge
from kameo.stakeholders.domain.persons import bin_person, change_person, create_person, restore_person
from kameo.stakeholders.domain.photos import remove_photo, restore_photo, set_photo
from kameo.stakeholders.domain.placing import Placed, join_people, place_person
from kameo.stakeholders.domain.positions import (
    add_position,
    change_employer,
    change_position,
    end_position,
    reopen_position,
)
from kameo.stakeholders.domain.ratings import FIELDS as RATINGS
from kameo.stakeholders.domain.refusals import lift_refusal, refuse_channel, renew_refusal
from kameo.stakeholders.domain.segments import bin_segment, change_segment, restore_segment, save_segment
from kameo.stakeholders.domain.stakes import change_stake, put_back, put_on_map, take_off_map
from kameo.stakeholders.domain.takeover import give_back, last_take_over, take_over
from kameo.stakeholders.domain.terms import (
    move_row,
    restore_seat,
    restore_term,
    retire_seat,
    retire_term,
    save_seat,
    save_term,
)
from kameo.stakeholders.domain.ties import change_link, draw_link, remove_link

__all__ = [
    "RATINGS",
    "Placed",
    "accept_introduction",
    "add_evidence",
    "add_position",
    "add_step",
    "allow_requests",
    "ask_introduction",
    "bin_committee",
    "bin_map",
    "bin_person",
    "bin_segment",
    "change_committee",
    "change_employer",
    "change_link",
    "change_map",
    "change_person",
    "change_position",
    "change_segment",
    "change_stake",
    "change_step",
    "create_committee",
    "create_map",
    "create_person",
    "decline_introduction",
    "draw_link",
    "end_position",
    "forget_persons_apart",
    "give_back",
    "give_back_evidence",
    "join_people",
    "last_take_over",
    "lift_refusal",
    "main_map",
    "make_introduction",
    "may_be_asked",
    "merge_persons",
    "move_row",
    "move_step",
    "place_person",
    "put_back",
    "put_on_map",
    "refuse_channel",
    "remove_link",
    "remove_photo",
    "remove_step",
    "renew_refusal",
    "reopen_introduction",
    "reopen_position",
    "restore_argument",
    "restore_committee",
    "restore_map",
    "restore_person",
    "restore_photo",
    "restore_seat",
    "restore_segment",
    "restore_term",
    "retire_argument",
    "retire_seat",
    "retire_term",
    "save_argument",
    "save_seat",
    "save_segment",
    "save_term",
    "seat_member",
    "set_photo",
    "take_off_map",
    "take_over",
    "tell_persons_apart",
    "undo_person_merge",
    "unseat_member",
    "withdraw_evidence",
    "withdraw_introduction",
]
