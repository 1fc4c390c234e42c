from kameo.contacts.pulse import projections
from kameo.core.jobs import job
from kameo.interactions import domain
from kameo.interactions.models import DocumentVersion


@job("documents.read_text", queue="documents")
def read_text(version_id: int) -> None:
    if version := DocumentVersion.objects.filter(pk=version_id).first():
        domain.read_text(version)


@job("interactions.refresh_clocks")
def refresh_clocks() -> None:
    projections.refresh_contacts(None)
