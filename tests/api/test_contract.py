"""The OpenAPI document keeps its word: no 5xx and no answer it does not describe, whatever is sent."""

import functools
from datetime import date
from decimal import Decimal

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import given
from schemathesis import openapi
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kameo.accounts import domain
from kameo.contracts.records import INVOICES
from kameo.interactions.domain import log_interaction

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("contract")]
PARTS = 6  # so that no test takes long, and the group begins among the first


@pytest.fixture(autouse=True)
def _keep_the_connection():
    """As Django's own test client does: the test's transaction is the connection's."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@functools.cache
def _load():
    return openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler())


@pytest.fixture
def document(db, _keep_the_connection):
    return _load()


@pytest.fixture
def token(valmorin, david):
    """A director's: who may do most, breaks most. Something exists behind the low ids."""
    from kameo.people.domain import create_token

    domain.set_aliases(valmorin, names=["GV"], by=david)
    INVOICES.add(valmorin, by=david, number="F1", issued_on=date(2026, 3, 1), net=Decimal(100), currency="EUR")
    log_interaction(account=valmorin, by=david, kind="note", text="Bonjour")
    return create_token(david, name="contract")[1]


# Which of the valid calls succeed depends on what exists; that is tested by hand, as are refused tokens.
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_call_breaks_the_contract(document, token, part):
    broken = []
    for result in list(document.get_all_operations())[part::PARTS]:
        operation = result.ok()
        try:
            _try_out(operation, token)
        except BaseException as error:
            broken.append(f"{operation.label}: {_say(error)}")
    assert not broken, "\n".join(broken)


def _try_out(operation, token):
    @given(case=operation.as_strategy())
    def calls(case):
        # Not compressed: called without a server in between, nothing would unpack it.
        headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
        case.call_and_validate(headers=headers, checks=CHECKS)

    calls()


def _say(error):
    inner = getattr(error, "exceptions", None)
    return " | ".join(_say(one) for one in inner) if inner else f"{type(error).__name__}: {error}"


def test_operations_are_named_after_their_verbs_once(document):
    """Names that a generated client keeps: not those of our modules, which move."""
    named = [one["operationId"] for path in document.raw_schema["paths"].values() for one in path.values()]
    assert sorted(name for name in set(named) if named.count(name) > 1 or name.startswith("kameo")) == []
    assert {"list_accounts", "create_person", "read_portrait"} <= set(named)
