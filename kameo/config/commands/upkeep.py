"""Keeping an installation in order: migrations, projections, Django's own commands."""

from __future__ import annotations

import time

import click

from kameo.core.command import emit, fail, installation


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was applied as JSON.")
def migrate(as_json: bool) -> None:
    """Bring the database to this version."""
    with installation(current=False):
        from kameo.core.ops import schema

        steps = schema.bring_up_to_date()
    if as_json:
        emit({"applied": steps})
    else:
        click.echo(f"The database is up to date ({len(steps)} steps applied).")


@click.command()
@click.argument("names", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the seconds each took as JSON.")
def rebuild(names: tuple[str, ...], as_json: bool) -> None:
    """Compute again everything that is computed: projections, timelines, revenue by day.

    Nothing that somebody entered is touched. NAMES chooses some of them; none means all, in their order.
    """
    with installation():
        from kameo.core.rebuild import rebuilders, run_one

        if unknown := [name for name in names if name not in rebuilders]:
            fail(f"nothing is called {', '.join(unknown)}. Known: {', '.join(rebuilders.keys())}", code=2)
        seconds = {}
        for name in names or rebuilders.keys():
            started = time.monotonic()
            run_one(name)
            seconds[name] = round(time.monotonic() - started, 3)
            click.echo(f"{name}: {seconds[name]:.1f} s", err=as_json)
    if as_json:
        emit(seconds)


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []}, hidden=True)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django's own commands, for developers."""
    with installation(current=False):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["kameo manage", *arguments])
