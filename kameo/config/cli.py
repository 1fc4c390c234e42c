"""The `kameo` command. Each verb lives in `kameo/config/commands/`, and is loaded when it is run."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

import click

COMMANDS = {
    "serve": "kameo.config.commands.serving:serve",
    "web": "kameo.config.commands.serving:web",
    "worker": "kameo.config.commands.serving:worker",
    "demo": "kameo.config.commands.demonstration:demo",
    "configure": "kameo.config.commands.configuring:configure",
    "createadmin": "kameo.config.commands.colleagues:createadmin",
    "token": "kameo.config.commands.colleagues:token",
    "migrate": "kameo.config.commands.upkeep:migrate",
    "rebuild": "kameo.config.commands.upkeep:rebuild",
    "import": "kameo.exchange.command.cli:import_group",
    "backup": "kameo.config.commands.backups:backup",
    "restore": "kameo.config.commands.backups:restore",
    "doctor": "kameo.config.commands.examining:doctor",
    "manage": "kameo.config.commands.upkeep:manage",
}


class Commands(click.Group):
    """Loads one command's module at a time: `kameo --help` does not wait for Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        return getattr(import_module(module), attribute) if find_spec(module) else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kameo", prog_name="kameo")
def main() -> None:
    """Kameo, the key-account CRM. `kameo serve` runs it; `kameo COMMAND --help` explains a command."""


if __name__ == "__main__":
    sys.exit(main())
