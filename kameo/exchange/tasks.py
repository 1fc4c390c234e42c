"""The worker's entry points: an import runs from the start each time, and leaves nothing when it stops."""

from kameo.exchange import domain, jobs
from kameo.exchange.models import Import


@jobs.PLAN.runs
def plan(import_id: int) -> None:
    domain.plan_import(Import.objects.get(pk=import_id))


@jobs.APPLY.runs
def apply(import_id: int) -> None:
    domain.apply_import(Import.objects.get(pk=import_id))
