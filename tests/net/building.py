"""The demo to visit, in one process of its own: schema and seeds first, then the portfolio, then who visits it."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client

from tests.net import frozen
from tests.net.acts import act
from tests.net.roles import ROLES, key_of
from tests.net.seeds import seed_lines

# What would make two runs differ in the order of rows that no statement orders.
STEADY = ("autovacuum = off", "fsync = off", "max_parallel_workers_per_gather = 0", "synchronize_seqscans = off")


def build(out: Path, acts: Any) -> dict[str, str]:
    """Migrate, keep schema and seeds in `out`, build the demo, act in it; returns each role's session.

    Each role gets a copy of the database of its own at the end.
    """
    from kameo.core.jobs import work_until_empty
    from kameo.demo.domain import build_demo

    _steady_server()
    call_command("migrate", interactive=False, verbosity=0)
    (out / "schema.sql").write_text(_dump_schema())
    (out / "seeds.jsonl").write_text("\n".join(seed_lines()) + "\n")
    frozen.stop_database_clock()
    frozen.stop_current_date()
    frozen.tame_chance()
    build_demo()
    work_until_empty()
    sessions = {role: _sign_in(role) for role in ROLES}
    act(acts)
    _copy_database([*ROLES, "nobody"])
    return sessions


def copy_of(role: str) -> str:
    return f"net_{role}"


def _copy_database(roles: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("analyze")
        cursor.execute("select current_database()")
        original = cursor.fetchone()[0]
    connection.close()
    connection.settings_dict["NAME"] = "postgres"
    with connection.cursor() as cursor:
        for role in roles:
            cursor.execute(f'create database {copy_of(role)} template "{original}" strategy file_copy')


def model(name: str) -> Any:
    """The model of that class name, wherever it lives."""
    return next(one for one in apps.get_models() if one.__name__ == name)


def _steady_server() -> None:
    with connection.cursor() as cursor:
        for setting in STEADY:
            cursor.execute(f"alter system set {setting}")
        cursor.execute("select pg_reload_conf()")
    connection.close()


def _dump_schema() -> str:
    from kameo.core import database

    given = database.parameters()
    options = ("--schema-only", "--no-owner", "--no-privileges", "--schema=public", "--extension=*")
    command = [str(database.program("pg_dump")), *options, f"--dbname={database.conninfo(given)}"]
    return subprocess.run(command, env=database.environment(given), check=True, capture_output=True, text=True).stdout


def _sign_in(role: str) -> str:
    """Somebody of that role, with a key to the API and an account to see; returns the session's key."""
    user = _somebody(role)
    _give_account(user, role)
    key = key_of(role)
    model("ApiToken").objects.create(
        user=user, name="net", prefix=key[:12], digest=hashlib.sha256(key.encode()).hexdigest()
    )
    client = Client(headers={"User-Agent": "net"})
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client.session.session_key


def _somebody(role: str) -> Any:
    users = get_user_model().objects
    if found := users.filter(role__key=role, is_active=True).order_by("id").first():
        return found
    user = users.model(
        email=f"{role}@net.example", first_name="Net", last_name=role.title(), role=model("Role").objects.get(key=role)
    )
    user.set_unusable_password()
    user.save()
    return user


def _give_account(user: Any, role: str) -> None:
    """Roles that see their memberships alone get the demo's first group."""
    members = model("AccountMember").objects
    if role in {"kam", "product", "reader"} and not members.filter(user=user).exists():
        account = model("Account").objects.filter(kind="group").order_by("id").first()
        members.create(account=account, user=user, function="sales", by=user)
