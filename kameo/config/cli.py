"""The `kameo` command. Each verb is a few lines over a domain function; the database is up while it runs."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import click


@contextlib.contextmanager
def installation() -> Iterator[None]:
    """Django ready and the database answering: the embedded server is started, and stopped if we are the last."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kameo.config.settings")
    from kameo.core import embedded_postgres
    from kameo.core.home import home

    with contextlib.ExitStack() as stack:
        if not os.environ.get("KAMEO_DATABASE_URL"):
            stack.enter_context(embedded_postgres.running(home()))
        import django

        django.setup()
        yield


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kameo", prog_name="kameo")
def main() -> None:
    """Kameo, the key-account CRM. `kameo serve` runs it; `kameo COMMAND --help` explains a command."""


@main.command(context_settings={"ignore_unknown_options": True, "help_option_names": []}, hidden=True)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django's own commands, for developers."""
    with installation():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["kameo manage", *arguments])


@main.command()
def migrate() -> None:
    """Bring the database to this version."""
    with installation():
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        click.echo("The database is up to date.")


if __name__ == "__main__":
    sys.exit(main())
