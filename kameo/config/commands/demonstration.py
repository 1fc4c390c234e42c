"""`kameo demo`: a whole portfolio to try, in a home of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from kameo.config.commands.serving import PORT, open_browser, run_everything
from kameo.core.command import MISUSED, fail, installation


@click.command()
@PORT
@click.option("--reset", is_flag=True, help="Build the portfolio anew; what you tried in it is lost.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def demo(port: int, reset: bool, no_browser: bool) -> None:
    """Run Kameo on a believable French portfolio, with a sign-in for each role.

    It lives beside your own installation (KAMEO_HOME, or your usual home with "-demo" added), never in it.
    """
    home = _choose_home()
    if reset or _is_outdated():
        _forget(home)
    logins: list[Any] = []
    sys.exit(
        run_everything(
            "127.0.0.1",
            port,
            before=lambda: logins.extend(_build()),
            announce=lambda address: _announce(address, logins, browse=not no_browser),
        )
    )


def _is_outdated() -> bool:
    """Whether the demo that is here was made by another version and may be built anew; ends the command otherwise."""
    with installation(current=False):
        from kameo.core.ops import schema

        try:
            schema.refuse_unknown_database()
        except schema.UnknownStepsError:
            click.echo("The demo that is here was built by another version of Kameo.", err=True)
        else:
            return False
    again = sys.stdin.isatty() and click.confirm("Build it anew? What you tried in it is lost", default=True, err=True)
    if not again:
        fail("To build it anew (what you tried in it is lost), run: kameo demo --reset", code=MISUSED)
    return True


def _choose_home() -> Path:
    from kameo.core.home import home

    if "KAMEO_HOME" not in os.environ:
        usual = home()
        os.environ["KAMEO_HOME"] = str(usual.with_name(f"{usual.name}-demo"))
    os.environ.pop("KAMEO_DATABASE_URL", None)  # a demonstration never fills a real database
    _use_what_is_prepared()
    return home()


def _use_what_is_prepared() -> None:
    """Where tests ran on this machine, the schema and the static files of this version may be there already."""
    from kameo.core.ops import prepared

    with contextlib.suppress(RuntimeError):
        if (folder := prepared.usual_folder()).is_dir():
            os.environ.setdefault(prepared.VARIABLE, str(folder))


def _forget(home: Path) -> None:
    from kameo.core import embedded_postgres

    embedded_postgres.stop(home)
    for name in ("postgres", "documents", "handles", "static"):
        shutil.rmtree(home / name, ignore_errors=True)


def _build() -> list[Any]:
    from kameo.core.errors import DomainError
    from kameo.demo.domain import build_demo

    terminal = sys.stderr.isatty()

    def progress(step: str, done: int, total: int) -> None:
        line = f"[{done}/{total}] {step}…"
        click.echo(f"\r\033[K{line}" if terminal else line, err=True, nl=not terminal)

    try:
        summary = build_demo(progress)
    except DomainError as error:
        fail(error, code=MISUSED)
    if terminal and summary.built:
        click.echo("\r\033[K", err=True, nl=False)
    return summary.logins


def _announce(address: str, logins: list[Any], *, browse: bool) -> None:
    click.echo(f"\nKameo is ready at {address} (Ctrl-C stops it). Sign in as:\n")
    widths = [max(len(getattr(login, name)) for login in logins) for name in ("role", "name", "email")]
    for login in logins:
        cells = zip((login.role, login.name, login.email), widths, strict=True)
        click.echo("  " + "  ".join(f"{text:<{width}}" for text, width in cells) + f"  {login.password}")
    click.echo("")
    sys.stdout.flush()
    if browse:
        open_browser(address)
