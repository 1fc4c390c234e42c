"""Errors as RFC 9457 `application/problem+json`: a stable code, words, and where the fault is."""

from __future__ import annotations

import json
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as DjangoValidationError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from kameo.core.errors import DomainError

log = structlog.get_logger("kameo.api")

MEDIA_TYPE = "application/problem+json"
WRAPPERS = {"body", "query", "path", "payload", "form"}  # how django-ninja nests what was sent
TITLES = {
    400: "The request could not be read.",
    401: "A valid token is needed: `Authorization: Bearer …`.",
    403: "Your role does not allow this.",
    404: "There is nothing here that you may see.",
    409: "Something changed in the meantime.",
    413: "The file is too large.",
    422: "Some values do not fit.",
    429: "Too many requests: wait a little.",
    500: "Something went wrong on our side; it is in the log.",
}


class FieldError(Schema):
    field: str
    code: str
    message: str


class ProblemOut(Schema):
    """The body of every error."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str = ""
    errors: list[FieldError] = []


# Declared on every operation, so that the document says what really comes back.
RESPONSES: dict[int, Any] = dict.fromkeys((400, 401, 403, 404, 409, 413, 422, 429), ProblemOut)


def problem(status: int, code: str, *, detail: str = "", errors: list[dict[str, str]] | None = None) -> HttpResponse:
    body = {
        "type": "about:blank",
        "title": TITLES.get(status, "Error"),
        "status": status,
        "code": code,
        "detail": detail,
        "errors": errors or [],
    }
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def describe(document: dict[str, Any]) -> dict[str, Any]:
    """An OpenAPI document in which every 4xx has this media type, and unreadable bodies are foreseen."""
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, answer in operation.get("responses", {}).items():
                content = answer.get("content", {})
                if int(status) >= 400 and "application/json" in content:
                    content[MEDIA_TYPE] = content.pop("application/json")
    return document


def install(api: NinjaAPI) -> None:
    """Make every exception that an operation may raise come out as a problem."""
    api.exception_handler(ValidationError)(_invalid)
    api.exception_handler(DjangoValidationError)(_invalid_model)
    api.exception_handler(DomainError)(_refused)
    api.exception_handler(Http404)(lambda request, error: problem(404, "not_found"))
    api.exception_handler(PermissionDenied)(lambda request, error: problem(403, "forbidden"))
    api.exception_handler(AuthenticationError)(_unauthenticated)
    api.exception_handler(HttpError)(_http)
    api.exception_handler(Exception)(_crashed)


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [
        {
            "field": ".".join(str(step) for step in one["loc"] if step not in WRAPPERS),
            "code": str(one["type"]),
            "message": str(one["msg"]),
        }
        for one in error.errors
    ]
    return problem(422, "invalid", errors=errors)


def _invalid_model(request: HttpRequest, error: DjangoValidationError) -> HttpResponse:
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    errors = [
        {"field": "" if field == "__all__" else field, "code": "invalid", "message": str(message)}
        for field, messages in by_field.items()
        for message in messages
    ]
    return problem(422, "invalid", errors=errors)


def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    errors = [{"field": error.field or "", "code": error.code, "message": str(error.message)}]
    status = {"conflict": 409, "cap_exceeded": 409, "too_large": 413}.get(error.code, 422)
    return problem(status, error.code, detail=str(error.message), errors=errors)


def _unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    response = problem(401, "unauthenticated")
    response.headers["WWW-Authenticate"] = 'Bearer realm="Kameo"'
    return response


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, "bad_request", detail=str(error))


def _crashed(request: HttpRequest, error: Exception) -> HttpResponse:
    log.exception("api failure", path=request.path, method=request.method)
    return problem(500, "server_error")
