"""`kameo import accounts|people|invoices|… FILE` and `kameo import undo ID`."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import click

from kameo.core.command import MISUSED, fail, installation


class _AnyNoun(click.Group):
    """A command for each importer: those of other nouns than these are known once the site is loaded."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, cmd_name) or _file_command(cmd_name, f"Import {cmd_name.replace('_', ' ')}.")


@click.group("import", cls=_AnyNoun)
def import_group() -> None:
    """Import a company's own files, or take an import back.

    Other nouns go by their name in addresses: partners, competitors, references, sector_notes.

    Exit status: 0 when every row passed, 1 when some were rejected, 2 when nothing could be read.
    """


def _file_command(kind: str, help_text: str) -> click.Command:
    @click.command(kind, help=help_text)
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--mapping", type=click.Path(path_type=Path, dir_okay=False), help="Columns and options, in TOML.")
    @click.option("--dry-run", is_flag=True, help="Say what would happen, keep nothing.")
    @click.option("--date-order", type=click.Choice(["dmy", "mdy", "ymd"]), help="When the dates do not prove it.")
    @click.option("--currency", metavar="CODE", help="Currency of the amounts, such as EUR.")
    @click.option("--create-accounts", is_flag=True, help="Create the customers that nobody knows.")
    @click.option("--account", metavar="NAME", help="The account of every row, such as the employer of people.")
    @click.option("--country", metavar="CODE", help="People: whose telephone numbers these are, such as FR.")
    @click.option("--sheet", help="Which sheet of a spreadsheet.")
    @click.option("--encoding", help="When the recognised one is wrong.")
    @click.option("--source", help="The system the customer numbers come from, when several use the same.")
    @click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
    def command(file: Path, mapping: Path | None, dry_run: bool, as_json: bool, **given: Any) -> None:
        options, columns = _choices(kind, mapping, given)
        with installation():
            from kameo.exchange.command import terminal

            status = terminal.import_and_tell(
                file, kind=kind, options=options, mapping=columns, dry_run=dry_run, as_json=as_json
            )
        sys.exit(status)

    return command


for _kind, _help in {
    "accounts": "Import accounts: customers, prospects, their groups and sites.",
    "people": "Import people: a CRM's contacts, an address book, visiting cards, an organisation chart.",
    "invoices": "Import invoices and credit notes, header by header or line by line.",
}.items():
    import_group.add_command(_file_command(_kind, _help))


@import_group.command("undo")
@click.argument("import_id", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print what was undone as JSON.")
def undo(import_id: int, as_json: bool) -> None:
    """Take back everything an import wrote; what was changed or used since stays, and is listed."""
    with installation():
        from kameo.exchange.command import terminal
        from kameo.exchange.models import Import

        record = Import.objects.filter(pk=import_id).first()
        if record is None:
            fail(f"there is no import {import_id}.", code=MISUSED)
        status = terminal.undo_and_tell(record, as_json=as_json)
    sys.exit(status)


def _choices(kind: str, mapping: Path | None, given: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """(options, column → field). The command line wins over the mapping file."""
    written = _read_mapping(mapping) if mapping is not None else {}
    columns = {str(column): str(name) for column, name in written.pop("columns", {}).items()}
    if kind in ("accounts", "invoices"):
        creates = given.pop("create_accounts")
        if kind == "invoices" and creates:
            written["unknown_customers"] = "create"
    options = {**written, **{name: value for name, value in given.items() if value not in (None, False)}}
    if "currency" in options:
        options["currency"] = str(options["currency"]).upper()
    return options, columns


def _read_mapping(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        fail(f"the mapping file cannot be read: {error.strerror}.", code=MISUSED)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fail(f"the mapping file is not TOML: {error}.", code=MISUSED)
