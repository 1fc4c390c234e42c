"""The verbs of imports; pages, API and command call nothing else."""

from kameo.exchange.domain.deciding import decide, decide_all, may_create
from kameo.exchange.domain.drafting import change_choices, create_import, discard_import, recognise
from kameo.exchange.domain.running import (
    apply_import,
    import_file,
    plan_import,
    rehearse_file,
    request_apply,
    request_cancel,
    request_plan,
)
from kameo.exchange.domain.undoing import rehearse_undo, undo_import

__all__ = [
    "apply_import",
    "change_choices",
    "create_import",
    "decide",
    "decide_all",
    "discard_import",
    "import_file",
    "may_create",
    "plan_import",
    "recognise",
    "rehearse_file",
    "rehearse_undo",
    "request_apply",
    "request_cancel",
    "request_plan",
    "undo_import",
]
