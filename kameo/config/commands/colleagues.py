"""Letting people and programs in: the administrator's account, personal API tokens."""

from __future__ import annotations

import os
from typing import Any

import click

from kameo.core.command import MISUSED, emit, fail, installation


@click.command()
@click.argument("email")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def createadmin(email: str, as_json: bool) -> None:
    """Give EMAIL the administrator's role and a password; run again, it resets both and removes second factors.

    The password comes from KAMEO_ADMIN_PASSWORD, or is asked.
    """
    password = os.environ.get("KAMEO_ADMIN_PASSWORD") or click.prompt(
        "Password", hide_input=True, confirmation_prompt=True
    )
    with installation():
        user, created = _administrator(email, password)
        outcome = {"email": user.email, "created": created, "role": user.role.key}
    if as_json:
        emit(outcome)
    else:
        said = "is ready" if created else "has a new password"
        click.echo(f"The administrator {outcome['email']} {said}. Sign in at the address that `kameo serve` prints.")


def _administrator(email: str, password: str) -> tuple[Any, bool]:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import transaction
    from django.utils import translation

    from kameo.people.domain import remove_second_factors, second_factors
    from kameo.people.models import Role, User

    with transaction.atomic(), translation.override("en"):
        user = User.objects.filter(email__iexact=email).first() or User(email=email.lower())
        created = user.pk is None
        try:
            validate_email(email)
            _check_password(password, user)
        except ValidationError as error:
            fail(" ".join(map(str, error.messages)), code=MISUSED)
        user.role = Role.objects.get(key="administrator")
        user.is_active, user.deactivated_at, user.deactivated_by = True, None, None
        user.set_password(password)
        user.save()
        if second_factors(user):  # they may be what keeps the last administrator out
            remove_second_factors(user, by=None)
        _record(user, created)
    return user, created


def _check_password(password: str, user: Any) -> None:
    from django.contrib.auth.password_validation import validate_password

    validate_password(password, user)


def _record(user: Any, created: bool) -> None:
    from kameo.core.journal.domain import record

    record("user.administrator_made", user, data={"email": user.email, "created": created})


@click.group()
def token() -> None:
    """Personal keys to the API."""


@token.command("create")
@click.argument("email")
@click.option("--name", default="command line", show_default=True, help="What the token is for.")
@click.option("--json", "as_json", is_flag=True, help="Print the token and its name as JSON.")
def create_token_command(email: str, name: str, as_json: bool) -> None:
    """Print a new token that acts as EMAIL. It is shown this once."""
    with installation():
        from kameo.people.domain import create_token
        from kameo.people.models import User

        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            fail(f"nobody active has the address {email}", code=MISUSED)
        row, plaintext = create_token(user, name=name)
    if as_json:
        emit({"token": plaintext, "name": row.name, "email": user.email})
    else:
        click.echo(plaintext)
