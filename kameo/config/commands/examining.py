"""`kameo doctor`."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

import click

from kameo.core.command import BAD, emit

MARKS = {"ok": ("ok  ", "green"), "warn": ("warn", "yellow"), "bad": ("BAD ", "red")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(as_json: bool) -> None:
    """Examine this installation and say what to do. Exit code 1 when something is bad."""
    findings = _examine()
    bad = any(finding.level == "bad" for finding in findings)
    if as_json:
        emit({"healthy": not bad, "findings": [finding.as_dict() for finding in findings]})
    else:
        for finding in findings:
            _show(finding)
    sys.exit(BAD if bad else 0)


def _examine() -> list[Any]:
    """The findings, also when the embedded server cannot be started: that is one of them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kameo.config.settings")
    os.environ.setdefault("KAMEO_LOG_LEVEL", "CRITICAL")
    from kameo.core import embedded_postgres
    from kameo.core.home import home

    with contextlib.ExitStack() as stack:
        if not os.environ.get("KAMEO_DATABASE_URL"):
            with contextlib.suppress(embedded_postgres.PostgresError, OSError):
                stack.enter_context(embedded_postgres.running(home()))
        import django

        django.setup()
        from kameo.core.command import close_connections
        from kameo.core.ops.doctor import examine

        try:
            return examine()
        finally:
            close_connections()


def _show(finding: Any) -> None:
    mark, colour = MARKS[finding.level]
    click.echo(f"{click.style(mark, fg=colour)} {finding.name}: {finding.text}")
    if finding.remedy and finding.level != "ok":
        click.echo(f"     → {finding.remedy}")
