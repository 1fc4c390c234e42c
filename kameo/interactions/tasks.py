from kameo.contacts.pulse import projections
from kameo.interactions import domain, jobs
from kameo.interactions.models import DocumentVersion


@jobs.READ_TEXT.runs
def read_text(version_id: int) -> None:
    if version := DocumentVersion.objects.filter(pk=version_id).first():
        domain.read_text(version)


@jobs.REFRESH_CLOCKS.runs
def refresh_clocks() -> None:
    projections.refresh_contacts(None)
