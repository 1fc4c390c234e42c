"""`/api/v1/`: every app's router on one API, with personal tokens and one way to say no."""

from __future__ import annotations

import importlib
import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import NinjaAPI
from ninja.responses import NinjaJSONEncoder

from kameo.core.api import problem, strict
from kameo.core.choices import choice_lists
from kameo.core.choices.api import router_of as router_of_choices
from kameo.core.merging import mergeables
from kameo.core.merging.api import router_of as router_of_merges
from kameo.core.records import resources
from kameo.core.records.api import router_of
from kameo.people.sign_in.bearer import TokenAuth

# prefix, module: an app without an API yet is not listed.
ROUTERS = [
    ("/accounts", "kameo.accounts.api"),
    ("/accounts", "kameo.web.api"),
    ("", "kameo.qualification.api.routes"),
    ("/objectives", "kameo.qualification.api.objectives"),
    ("", "kameo.portfolio.api"),
    ("", "kameo.core.lists.api.operations"),
    ("/persons", "kameo.contacts.api"),
    ("/persons", "kameo.contacts.api.refusals"),
    ("", "kameo.contacts.api.segments"),
    ("", "kameo.decisions.api.departures"),
    ("", "kameo.decisions.api.maps"),
    ("", "kameo.decisions.api.stakes"),
    ("", "kameo.decisions.api.decision_lists"),
    ("", "kameo.decisions.api.circuit"),
    ("", "kameo.decisions.api.introductions"),
    ("", "kameo.insight.api.network"),
    ("/documents", "kameo.interactions.api.documents"),
    ("/insight", "kameo.insight.api"),
    ("/persons", "kameo.insight.api.strength"),
    ("/accounts", "kameo.insight.api.coverage"),
    ("/imports", "kameo.exchange.api"),
    ("/users", "kameo.people.api"),
]


class KameoApi(NinjaAPI):
    def get_openapi_operation_id(self, operation: Any) -> str:
        """The verb's own name, unique over all apps: where its module lies is nobody's business outside."""
        return str(operation.view_func.__name__)

    def get_openapi_schema(self, *arguments: Any, **options: Any) -> Any:
        """The document, saying of every error that it is problem+json."""
        return problem.describe(super().get_openapi_schema(*arguments, **options))


api = KameoApi(
    title="Kameo",
    version="1",
    description=(
        "The key-account CRM. Authenticate with a personal token (`Authorization: Bearer …`, made on your profile "
        "page or with `kameo token create`). Lists are paged with `limit` and `cursor`. Errors are problem+json."
    ),
    auth=TokenAuth(),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)
problem.install(api)
api.add_decorator(strict.refuse_unknown, mode="view")
api.add_decorator(strict.name_the_author, mode="operation")
for prefix, module in ROUTERS:
    api.add_router(prefix, importlib.import_module(module).router)
for resource in resources:
    if resource.api is not None and resource.api.path not in {prefix for prefix, _module in ROUTERS}:
        api.add_router(resource.api.path, router_of(resource))
for choices in choice_lists:
    if choices.api is not None and choices.api.path not in {prefix for prefix, _module in ROUTERS}:
        api.add_router(choices.api.path, router_of_choices(choices))
for noun in mergeables:
    if noun.api is not None:
        api.add_router("", router_of_merges(noun))


@cache
def _document() -> bytes:
    with translation.override("en"):
        return json.dumps(api.get_openapi_schema(), cls=NinjaJSONEncoder).encode()


def document(request: HttpRequest) -> HttpResponse:
    """`openapi.json`, in English whoever asks: written once for all, since it takes seconds."""
    return HttpResponse(_document(), content_type="application/json")


def not_found(request: HttpRequest, path: str = "") -> HttpResponse:
    """Any other address below `/api/`."""
    return problem.problem(404, "not_found")
