"""An empty database is migrated in a third of the time: a new table draws one model, not all.

Django keeps the models as they stood at each step, and draws again every model related to one that changes. Here all
are: each of 170 tables, histories included, hangs on users and accounts, so that the work grew with their square, and
a fresh database took a minute of computing. Two kinds of step change nothing that other models show: a new table
(nobody points at it yet) and one more trigger. What is written to the database is the same to
the last line: a test compares every table with its model (docs/decisions/0014).
"""

from __future__ import annotations

from typing import Any

from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.migrations import AddTrigger


def install() -> None:
    """Teach Django's states; twice changes nothing."""
    ProjectState.add_model = _add_model  # type: ignore[method-assign]
    AddTrigger.state_forwards = _state_forwards  # type: ignore[method-assign]


def _add_model(self: Any, model_state: ModelState) -> None:
    key = model_state.app_label, model_state.name_lower
    self.models[key] = model_state
    if self._relations is not None:
        self.resolve_model_relations(key)
    if "apps" in self.__dict__:
        self.apps.render_multiple([model_state])


def _state_forwards(self: Any, app_label: str, state: ProjectState) -> None:
    options = state.models[app_label, self.model_name].options
    options["triggers"] = [*options.get("triggers", []), self.trigger]
