"""What a move renames: old name → new name, applied to both sides before they are compared.

`TABLES` holds table names without their history table, sequence and index names, which follow. `LABELS` holds other
words that answers, triggers or seeds name (model labels, types of events), as whole words.
"""

from __future__ import annotations

import re
from functools import cache

TABLES: dict[str, str] = {
    "accounts_boxcriterion": "qualification_boxcriterion",
    "accounts_boxrating": "qualification_boxrating",
    "accounts_boxcell": "qualification_boxcell",
    "accounts_classdecision": "qualification_classdecision",
    "accounts_objective": "qualification_objective",
    "accounts_alignment": "qualification_alignment",
    "accounts_criterion": "qualification_criterion",
    "accounts_criterionrating": "qualification_criterionrating",
    "accounts_classsnapshot": "qualification_classsnapshot",
    "accounts_advocacy": "registers_advocacy",
    "accounts_competitor": "registers_competitor",
    "accounts_competitorpresence": "registers_competitorpresence",
    "accounts_sectornote": "registers_sectornote",
    "accounts_capexcess": "portfolio_capexcess",
    "accounts_transfer": "portfolio_transfer",
    "accounts_transferitem": "portfolio_transferitem",
    "stakeholders_person": "contacts_person",
    "stakeholders_emailaddress": "contacts_emailaddress",
    "stakeholders_phonenumber": "contacts_phonenumber",
    "stakeholders_link": "contacts_link",
    "stakeholders_personnumber": "contacts_personnumber",
    "stakeholders_position": "contacts_position",
    "stakeholders_personpulse": "contacts_personpulse",
    "stakeholders_optout": "contacts_optout",
    "stakeholders_segment": "contacts_segment",
    "stakeholders_personmerge": "contacts_personmerge",
    "stakeholders_notsameperson": "contacts_notsameperson",
    "stakeholders_argument": "decisions_argument",
    "stakeholders_introduction": "decisions_introduction",
    "stakeholders_departure": "decisions_departure",
    "stakeholders_departuretask": "decisions_departuretask",
    "stakeholders_term": "decisions_term",
    "stakeholders_seat": "decisions_seat",
    "stakeholders_decisionmap": "decisions_decisionmap",
    "stakeholders_stake": "decisions_stake",
    "stakeholders_evidence": "decisions_evidence",
    "stakeholders_influencelink": "decisions_influencelink",
    "stakeholders_committee": "decisions_committee",
    "stakeholders_committeeentity": "decisions_committeeentity",
    "stakeholders_committeemember": "decisions_committeemember",
    "stakeholders_decisionstep": "decisions_decisionstep",
}
LABELS: dict[str, str] = {
    "accounts.BoxCriterion": "qualification.BoxCriterion",
    "accounts.boxcriterion": "qualification.boxcriterion",
    "accounts.BoxCriterionEvent": "qualification.BoxCriterionEvent",
    "accounts.BoxRating": "qualification.BoxRating",
    "accounts.boxrating": "qualification.boxrating",
    "accounts.BoxRatingEvent": "qualification.BoxRatingEvent",
    "accounts.BoxCell": "qualification.BoxCell",
    "accounts.boxcell": "qualification.boxcell",
    "accounts.BoxCellEvent": "qualification.BoxCellEvent",
    "accounts.ClassDecision": "qualification.ClassDecision",
    "accounts.classdecision": "qualification.classdecision",
    "accounts.ClassDecisionEvent": "qualification.ClassDecisionEvent",
    "accounts.Objective": "qualification.Objective",
    "accounts.objective": "qualification.objective",
    "accounts.ObjectiveEvent": "qualification.ObjectiveEvent",
    "accounts.Alignment": "qualification.Alignment",
    "accounts.alignment": "qualification.alignment",
    "accounts.AlignmentEvent": "qualification.AlignmentEvent",
    "accounts.Criterion": "qualification.Criterion",
    "accounts.criterion": "qualification.criterion",
    "accounts.CriterionEvent": "qualification.CriterionEvent",
    "accounts.CriterionRating": "qualification.CriterionRating",
    "accounts.criterionrating": "qualification.criterionrating",
    "accounts.CriterionRatingEvent": "qualification.CriterionRatingEvent",
    "accounts.ClassSnapshot": "qualification.ClassSnapshot",
    "accounts.classsnapshot": "qualification.classsnapshot",
    "accounts.ClassSnapshotEvent": "qualification.ClassSnapshotEvent",
    "accounts.Advocacy": "registers.Advocacy",
    "accounts.advocacy": "registers.advocacy",
    "accounts.AdvocacyEvent": "registers.AdvocacyEvent",
    "accounts.Competitor": "registers.Competitor",
    "accounts.competitor": "registers.competitor",
    "accounts.CompetitorEvent": "registers.CompetitorEvent",
    "accounts.CompetitorPresence": "registers.CompetitorPresence",
    "accounts.competitorpresence": "registers.competitorpresence",
    "accounts.CompetitorPresenceEvent": "registers.CompetitorPresenceEvent",
    "accounts.SectorNote": "registers.SectorNote",
    "accounts.sectornote": "registers.sectornote",
    "accounts.SectorNoteEvent": "registers.SectorNoteEvent",
    "accounts.CapExcess": "portfolio.CapExcess",
    "accounts.capexcess": "portfolio.capexcess",
    "accounts.CapExcessEvent": "portfolio.CapExcessEvent",
    "accounts.Transfer": "portfolio.Transfer",
    "accounts.transfer": "portfolio.transfer",
    "accounts.TransferEvent": "portfolio.TransferEvent",
    "accounts.TransferItem": "portfolio.TransferItem",
    "accounts.transferitem": "portfolio.transferitem",
    "accounts.TransferItemEvent": "portfolio.TransferItemEvent",
    "stakeholders.Person": "contacts.Person",
    "stakeholders.person": "contacts.person",
    "stakeholders.PersonEvent": "contacts.PersonEvent",
    "stakeholders.EmailAddress": "contacts.EmailAddress",
    "stakeholders.emailaddress": "contacts.emailaddress",
    "stakeholders.EmailAddressEvent": "contacts.EmailAddressEvent",
    "stakeholders.PhoneNumber": "contacts.PhoneNumber",
    "stakeholders.phonenumber": "contacts.phonenumber",
    "stakeholders.PhoneNumberEvent": "contacts.PhoneNumberEvent",
    "stakeholders.Link": "contacts.Link",
    "stakeholders.link": "contacts.link",
    "stakeholders.LinkEvent": "contacts.LinkEvent",
    "stakeholders.PersonNumber": "contacts.PersonNumber",
    "stakeholders.personnumber": "contacts.personnumber",
    "stakeholders.PersonNumberEvent": "contacts.PersonNumberEvent",
    "stakeholders.Position": "contacts.Position",
    "stakeholders.position": "contacts.position",
    "stakeholders.PositionEvent": "contacts.PositionEvent",
    "stakeholders.PersonPulse": "contacts.PersonPulse",
    "stakeholders.personpulse": "contacts.personpulse",
    "stakeholders.PersonPulseEvent": "contacts.PersonPulseEvent",
    "stakeholders.OptOut": "contacts.OptOut",
    "stakeholders.optout": "contacts.optout",
    "stakeholders.OptOutEvent": "contacts.OptOutEvent",
    "stakeholders.Segment": "contacts.Segment",
    "stakeholders.segment": "contacts.segment",
    "stakeholders.SegmentEvent": "contacts.SegmentEvent",
    "stakeholders.PersonMerge": "contacts.PersonMerge",
    "stakeholders.personmerge": "contacts.personmerge",
    "stakeholders.PersonMergeEvent": "contacts.PersonMergeEvent",
    "stakeholders.NotSamePerson": "contacts.NotSamePerson",
    "stakeholders.notsameperson": "contacts.notsameperson",
    "stakeholders.NotSamePersonEvent": "contacts.NotSamePersonEvent",
    "stakeholders.Argument": "decisions.Argument",
    "stakeholders.argument": "decisions.argument",
    "stakeholders.ArgumentEvent": "decisions.ArgumentEvent",
    "stakeholders.Introduction": "decisions.Introduction",
    "stakeholders.introduction": "decisions.introduction",
    "stakeholders.IntroductionEvent": "decisions.IntroductionEvent",
    "stakeholders.Departure": "decisions.Departure",
    "stakeholders.departure": "decisions.departure",
    "stakeholders.DepartureEvent": "decisions.DepartureEvent",
    "stakeholders.DepartureTask": "decisions.DepartureTask",
    "stakeholders.departuretask": "decisions.departuretask",
    "stakeholders.DepartureTaskEvent": "decisions.DepartureTaskEvent",
    "stakeholders.Term": "decisions.Term",
    "stakeholders.term": "decisions.term",
    "stakeholders.TermEvent": "decisions.TermEvent",
    "stakeholders.Seat": "decisions.Seat",
    "stakeholders.seat": "decisions.seat",
    "stakeholders.SeatEvent": "decisions.SeatEvent",
    "stakeholders.DecisionMap": "decisions.DecisionMap",
    "stakeholders.decisionmap": "decisions.decisionmap",
    "stakeholders.DecisionMapEvent": "decisions.DecisionMapEvent",
    "stakeholders.Stake": "decisions.Stake",
    "stakeholders.stake": "decisions.stake",
    "stakeholders.StakeEvent": "decisions.StakeEvent",
    "stakeholders.Evidence": "decisions.Evidence",
    "stakeholders.evidence": "decisions.evidence",
    "stakeholders.EvidenceEvent": "decisions.EvidenceEvent",
    "stakeholders.InfluenceLink": "decisions.InfluenceLink",
    "stakeholders.influencelink": "decisions.influencelink",
    "stakeholders.InfluenceLinkEvent": "decisions.InfluenceLinkEvent",
    "stakeholders.Committee": "decisions.Committee",
    "stakeholders.committee": "decisions.committee",
    "stakeholders.CommitteeEvent": "decisions.CommitteeEvent",
    "stakeholders.CommitteeEntity": "decisions.CommitteeEntity",
    "stakeholders.committeeentity": "decisions.committeeentity",
    "stakeholders.CommitteeEntityEvent": "decisions.CommitteeEntityEvent",
    "stakeholders.CommitteeMember": "decisions.CommitteeMember",
    "stakeholders.committeemember": "decisions.committeemember",
    "stakeholders.CommitteeMemberEvent": "decisions.CommitteeMemberEvent",
    "stakeholders.DecisionStep": "decisions.DecisionStep",
    "stakeholders.decisionstep": "decisions.decisionstep",
    "stakeholders.DecisionStepEvent": "decisions.DecisionStepEvent",
}


@cache
def _pattern(tables: bool) -> re.Pattern[str] | None:
    names = TABLES if tables else LABELS
    if not names:
        return None
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    # A table's name also begins those of its history, sequence, keys and indexes.
    return re.compile(rf"\b({words})(?=event\b|event_|_|\b)" if tables else rf"(?<![\w.])({words})(?![\w.])")


@cache
def _beginnings() -> frozenset[str]:
    """Looked for first, since few texts hold any of the many labels."""
    return frozenset(label.split(".")[0] + "." * ("." in label) for label in LABELS)


def renamed(text: str, *, schema: bool = False) -> str:
    """`text` with the new names; table names are looked for in the schema and seeds alone."""
    if (labels := _pattern(False)) and any(begin in text for begin in _beginnings()):
        text = labels.sub(lambda match: LABELS[match[1]], text)
    if schema and (tables := _pattern(True)):
        text = tables.sub(lambda match: TABLES[match[1]], text)
    return text
