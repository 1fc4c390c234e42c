"""The sections of an access request that decision maps answer: ratings, evidence, ties, committees (R187)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.contacts.disclosure.disclosing import MOST, DisclosedRow, register_disclosure
from kameo.contacts.disclosure.disclosure_sources import DECISION, colleague_name
from kameo.contacts.models import Person
from kameo.decisions.enums import TermList
from kameo.decisions.models import CommitteeMember, Evidence, InfluenceLink, Stake
from kameo.decisions.terms.words import read_term_words

if TYPE_CHECKING:
    from kameo.people.models import User


def rating_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    words = read_term_words()
    rows = Stake.objects.visible_to(viewer).filter(person=person).select_related("map__account", "owner")
    return [
        {
            _("Account"): row.map.account.name,
            _("Map"): row.map.name,
            _("Influence"): _("%(level)s of 5") % {"level": row.influence} if row.influence else "",
            _("Position"): row.get_stance_display(),
            _("Decision roles"): words.names(TermList.ROLE, row.roles),
            _("Motivations"): words.names(TermList.MOTIVATION, row.motivations),
            _("Topics"): words.names(TermList.TOPIC, row.topics),
            _("Relationship"): row.get_level_display(),
            _("Relationship aimed at"): row.get_desired_display(),
            _("Relation held by"): colleague_name(row.owner),
            _("Note"): row.note,
            _("Changed"): row.changed_at,
        }
        for row in rows[:MOST]
    ]


def evidence_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    rows = Evidence.objects.visible_to(viewer).filter(stake__person=person, withdrawn_at=None)
    return [
        {
            _("When"): row.on,
            _("What it supports"): row.get_claim_display(),
            _("Worth"): row.get_grade_display(),
            _("What was seen or heard"): row.sentence,
            _("Noted by"): colleague_name(row.author),
        }
        for row in rows.select_related("author")[:MOST]
    ]


def tie_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    rows = InfluenceLink.objects.visible_to(viewer).select_related("source__person", "target__person")
    return [
        {
            _("From"): row.source.person.full_name,
            _("Line"): row.get_kind_display(),
            _("To whom"): row.target.person.full_name,
            _("In words"): row.label,
        }
        for row in rows.filter(Q(source__person=person) | Q(target__person=person))[:MOST]
    ]


def committee_rows(person: Person, viewer: User) -> list[DisclosedRow]:
    rows = CommitteeMember.objects.visible_to(viewer).filter(person=person).select_related("committee")
    return [{_("Committee"): row.committee.name, _("Part"): row.part} for row in rows]


register_disclosure(
    "ratings", gettext_lazy("What is estimated about them on decision maps"), why=DECISION, gather=rating_rows, order=60
)
register_disclosure(
    "evidence", gettext_lazy("What these estimates rest on"), why=DECISION, gather=evidence_rows, order=61
)
register_disclosure("ties", gettext_lazy("Lines drawn from and to them"), why=DECISION, gather=tie_rows, order=62)
register_disclosure("committees", gettext_lazy("Committees"), why=DECISION, gather=committee_rows, order=63)
