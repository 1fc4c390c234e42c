"""Interactions and documents that prove a rating: offered beside its form, named where the reader may open them."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, DateTimeField, F, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Left, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _

from kameo.core.ui import formats
from kameo.decisions.evidence.sources import EvidenceSource, sources
from kameo.interactions import domain
from kameo.interactions.models import Citation, Document, Interaction
from kameo.interactions.queries import place_in_thread

OFFERED = 30


def _offer_citations(stake: Any, user: Any) -> list[tuple[str, str]]:
    """Exchanges in which the person took part, and documents of the account; one statement."""
    words = Coalesce(NullIf("subject", Value("")), Left("text", 80), output_field=CharField())
    exchanges = Interaction.objects.visible_to(user).filter(participants__person=stake.person_id).order_by()
    papers = Document.objects.visible_to(user).filter(account=stake.map.account_id).order_by()
    shape = ("pk", "what", "words", "when")
    rows = exchanges.annotate(what=Value("i"), words=words, when=F("at")).values_list(*shape)
    others = papers.annotate(
        what=Value("d"), words=Cast("title", CharField()), when=Cast("created_at", DateTimeField())
    )
    found = rows.union(others.values_list(*shape), all=True).order_by("-when")[:OFFERED]
    return [
        (f"{what}{pk}", _("%(day)s · %(words)s") % {"day": formats.date_short(when), "words": words})
        for pk, what, words, when in found
    ]


def _attach_citation(evidence: Any, reference: str, by: Any) -> None:
    kind, pk = reference[:1], reference[1:]
    model: Any = Interaction if kind == "i" else Document
    one = model.objects.visible_to(by).filter(pk=pk).first() if pk.isdecimal() else None
    domain.cite(evidence, by=by, **{"interaction" if kind == "i" else "document": one})


def _annotate_citations(evidence: Any, user: Any) -> Any:
    seen = Citation.objects.visible_to(user).filter(evidence=OuterRef("pk")).order_by("pk")
    words = Coalesce(
        NullIf("interaction__subject", Value("")),
        Left("interaction__text", 80),
        "document__title",
        output_field=CharField(),
    )
    return evidence.annotate(
        cited_interaction=Subquery(seen.values("interaction_id")[:1]),
        cited_account=Subquery(seen.values("interaction__account_id")[:1]),
        cited_document=Subquery(seen.values("document_id")[:1]),
        cited_words=Subquery(seen.annotate(words=words).values("words")[:1]),
    )


def _citation_link(row: Any) -> tuple[str, str] | None:
    if row.cited_interaction:
        return row.cited_words, place_in_thread(row.cited_account, row.cited_interaction)
    if row.cited_document:
        return row.cited_words, reverse("document", args=[row.cited_document])
    return None


def register() -> None:
    sources.register("file", EvidenceSource(_offer_citations, _attach_citation, _annotate_citations, _citation_link))
