"""The verbs that write who decides. Each is one transaction, names its author and lists its effects."""

from kameo.decisions.domain.circuit import add_step, change_step, move_step, remove_step
from kameo.decisions.domain.committees import change_committee, create_committee, seat_member, unseat_member
from kameo.decisions.domain.evidence import add_evidence, give_back_evidence, withdraw_evidence
from kameo.decisions.domain.introductions import (
    accept_introduction,
    allow_requests,
    ask_introduction,
    decline_introduction,
    make_introduction,
    may_be_asked,
    reopen_introduction,
    withdraw_introduction,
)
from kameo.decisions.domain.maps import main_map
from kameo.decisions.domain.placing import Placed, join_people, place_person
from kameo.decisions.domain.ratings import FIELDS as RATINGS
from kameo.decisions.domain.stakes import change_stake, put_back, put_on_map, take_off_map
from kameo.decisions.domain.takeover import give_back, last_take_over, take_over
from kameo.decisions.domain.ties import change_link, draw_link, remove_link

__all__ = [
    "RATINGS",
    "Placed",
    "accept_introduction",
    "add_evidence",
    "add_step",
    "allow_requests",
    "ask_introduction",
    "change_committee",
    "change_link",
    "change_stake",
    "change_step",
    "create_committee",
    "decline_introduction",
    "draw_link",
    "give_back",
    "give_back_evidence",
    "join_people",
    "last_take_over",
    "main_map",
    "make_introduction",
    "may_be_asked",
    "move_step",
    "place_person",
    "put_back",
    "put_on_map",
    "remove_link",
    "remove_step",
    "reopen_introduction",
    "seat_member",
    "take_off_map",
    "take_over",
    "unseat_member",
    "withdraw_evidence",
    "withdraw_introduction",
]
