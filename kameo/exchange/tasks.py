"""The worker's entry points: an import runs from the start each time, and leaves nothing when it stops."""

from kameo.core.jobs import job
from kameo.exchange import domain
from kameo.exchange.models import Import


@job("exchange.plan", queue="imports", retries=2)
def plan(import_id: int) -> None:
    domain.plan_import(Import.objects.get(pk=import_id))


@job("exchange.apply", queue="imports", retries=2)
def apply(import_id: int) -> None:
    domain.apply_import(Import.objects.get(pk=import_id))
