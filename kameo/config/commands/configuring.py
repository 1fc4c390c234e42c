"""`kameo configure`: the settings people change, from the command line."""

from __future__ import annotations

from typing import Any

import click

from kameo.core.command import MISUSED, emit, fail, installation


@click.command()
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print settings as JSON.")
def configure(key: str | None, value: str | None, as_json: bool) -> None:
    """Show the settings, one setting, or change one.

    `kameo configure` lists them; `kameo configure currency` shows one; `kameo configure currency GBP` sets it.
    """
    with installation():
        if key is None:
            _list(as_json)
        elif value is None:
            _show(_definition(key), as_json)
        else:
            _set_preference(key, value, as_json)


def _list(as_json: bool) -> None:
    from kameo.core import preferences

    if as_json:
        emit({definition.key: preferences.get(definition.key) for definition in preferences.definitions})
        return
    width = max(len(key) for key in preferences.definitions.keys())
    for definition in preferences.definitions:
        mark = "" if preferences.is_set(definition.key) else "  (default)"
        click.echo(f"{definition.key:<{width}}  {_shown_setting(definition)}{mark}")


def _show(definition: Any, as_json: bool) -> None:
    from kameo.core import preferences

    if as_json:
        emit({definition.key: preferences.get(definition.key)})
    else:
        click.echo(_shown_setting(definition))


def _set_preference(key: str, value: str, as_json: bool) -> None:
    from django.utils import translation

    from kameo.core import preferences

    definition = _definition(key)
    try:
        with translation.override("en"):
            preferences.set(key, value)
    except preferences.ValidationError as error:
        fail(f"{key}: {' '.join(map(str, error.messages))}", code=MISUSED)
    if as_json:
        emit({key: preferences.get(key)})
    else:
        click.echo(f"{key} = {_shown_setting(definition)}")


def _definition(key: str) -> Any:
    from kameo.core import preferences

    definition = preferences.definitions.get(key)
    if definition is None:
        fail(f"no setting is called {key}. `kameo configure` lists them.", code=MISUSED)
    return definition


def _shown_setting(definition: Any) -> str:
    from kameo.core import preferences

    value = preferences.get(definition.key)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
