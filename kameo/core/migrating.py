"""Operations of the first migrations: all tables of an app at once, then their triggers.

Django renders every related model again after each operation, and here all are related: each table hangs on users and
accounts, so that an empty database took a minute of computing. These two render once for each app; what they write to
the database and to the state is what one operation a table would write (docs/decisions/0016).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class CreateTables(Operation):
    """The tables of `models`, in order."""

    serialization_expand_args = ["models"]

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = list(models)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"models": self.models}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # rendered anew when somebody asks, once for all of them
        for operation in self.models:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in self.models:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in reversed(self.models):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {len(self.models)} tables"


class InstallTriggers(Operation):
    """The triggers that the states of the app's models hold: `CreateTables` keeps them, this writes them."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The state holds them already."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for trigger in _triggers(app_label, to_state):
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for trigger in _triggers(app_label, from_state):
            schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        return "Install the triggers of the app's tables"


def _triggers(app_label: str, state: ProjectState) -> list[Any]:
    models = [model for (label, _name), model in state.models.items() if label == app_label]
    return [trigger for model in models for trigger in model.options.get("triggers", [])]
