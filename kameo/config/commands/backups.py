"""`kameo backup` and `kameo restore`."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kameo.core.command import MISUSED, emit, fail, installation


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE when it exists.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def backup(file: Path, force: bool, as_json: bool) -> None:
    """Write database, documents and secret key into FILE. People can go on working meanwhile.

    Keep FILE as you keep a password: it holds everything, and the key that signs sessions.
    """
    if file.exists() and not force:
        fail(f"{file} exists. Choose another name, or add --force.", code=MISUSED)
    with installation(), _reporting() as progress:
        from django.core.files.storage import default_storage

        from kameo.core import backup as backups
        from kameo.core import database

        try:
            manifest = backups.write(
                file.absolute(),
                parameters=database.parameters(),
                documents=default_storage,
                secret_key=_own_secret_key(),
                progress=progress,
            )
        except (backups.BackupError, FileNotFoundError) as error:
            fail(error)
    _print_manifest(manifest, as_json, f"Written to {file}", {"file": str(file), "bytes": file.stat().st_size})


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace an installation that is in use. What it holds is lost.")
@click.option("--json", "as_json", is_flag=True, help="Print what was restored as JSON.")
def restore(file: Path, force: bool, as_json: bool) -> None:
    """Bring FILE, written by `kameo backup`, into this empty installation."""
    with installation(current=False), _reporting() as progress:
        from django.core.files.storage import default_storage

        from kameo.core import backup as backups
        from kameo.core import database
        from kameo.core.ops import schema

        parameters = database.parameters()
        if not force and not backups.is_empty(parameters, default_storage):
            fail(
                f"this installation is in use: {_database_place()} holds users or documents, and restoring would "
                "replace all of it. Choose an empty KAMEO_HOME, or, to lose what is here, add --force.",
                code=MISUSED,
            )
        try:
            manifest, key = backups.restore(
                file,
                parameters=parameters,
                documents=default_storage,
                known=frozenset(f"{app}.{name}" for app, name in schema.known()),
                progress=progress,
            )
        except (backups.BackupError, FileNotFoundError) as error:
            fail(error)
        kept = _keep_secret_key(key)
        schema.bring_up_to_date()
    _print_manifest(manifest, as_json, f"Restored from {file} (version {manifest.version})", {"secret_key": kept})
    if not as_json:
        click.echo(
            "Sessions go on."
            if kept == "restored"
            else "If KAMEO_SECRET_KEY differs, everybody signs in again, and sets up their second factor anew."
        )
        click.echo("Next: kameo serve (if it runs already, start it again).")


def _own_secret_key() -> str | None:
    """The home's key travels with the back-up; one given by KAMEO_SECRET_KEY is kept by who gives it."""
    from kameo.core.home import secret_key

    return None if os.environ.get("KAMEO_SECRET_KEY") else secret_key()


def _keep_secret_key(key: str | None) -> str:
    if key is None or os.environ.get("KAMEO_SECRET_KEY"):
        return "own"
    path = _home() / "secret_key"
    path.touch(mode=0o600)
    path.write_text(key, encoding="ascii")
    return "restored"


def _database_place() -> str:
    return "the database of KAMEO_DATABASE_URL" if os.environ.get("KAMEO_DATABASE_URL") else str(_home())


def _home() -> Path:
    from kameo.core.home import home

    return home()


@contextlib.contextmanager
def _reporting() -> Iterator[Any]:
    """Progress on the error stream, rewritten in place on a terminal, one line a step otherwise."""
    seen: set[str] = set()
    terminal = os.isatty(2)

    def report(step: str, done: int, of: int) -> None:
        if terminal:
            click.echo(f"\r{step} {done}/{of}" if of else f"{step}…", err=True, nl=not of or done == of)
        elif step not in seen:
            click.echo(f"{step}…", err=True)
        seen.add(step)

    yield report


def _print_manifest(manifest: Any, as_json: bool, said: str, more: dict[str, Any]) -> None:
    if as_json:
        emit(
            {
                **more,
                "version": manifest.version,
                "written_at": manifest.written_at,
                "tables": manifest.tables,
                "rows": manifest.rows,
                "documents": manifest.documents,
            }
        )
    else:
        click.echo(f"{said}: {manifest.rows} rows in {len(manifest.tables)} tables, {manifest.documents} documents.")
