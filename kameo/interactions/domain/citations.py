"""Citations: an interaction or a document that proves a piece of evidence of the decision map (idea 8)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kameo.contacts import rules
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions.models import Evidence
from kameo.interactions import events
from kameo.interactions.models import Citation, Document, Interaction
from kameo.people.models import User


@transaction.atomic
def cite(
    evidence: Evidence, *, by: User, interaction: Interaction | None = None, document: Document | None = None
) -> Citation:
    """`evidence` is proved by this exchange or this document, which `by` may read; one of the two.

    In order: row, journal `evidence.cited`. Raises PermissionDenied; DomainError "nothing_cited" when neither or both
    are given or when `by` may not read it: what one cannot open proves nothing.
    """
    account = evidence.stake.map.account
    rules.require_write_at(by, account)
    one = interaction or document
    if one is None or (interaction is not None and document is not None) or not _readable(one, by):
        raise DomainError("nothing_cited", _("Choose an exchange or a document that you see."), field="source")
    row = Citation.objects.create(evidence=evidence, interaction=interaction, document=document)
    record(events.EVIDENCE_CITED, row, by=by, account=account, data={"evidence": evidence.pk})
    return row


def _readable(one: Interaction | Document, by: User) -> bool:
    return type(one).objects.visible_to(by).filter(pk=one.pk).exists()
