"""Personal tokens: `Authorization: Bearer …` acts as the token's user, with their rights and no more."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from kameo.people import domain
from kameo.people.models import ApiToken


class TokenAuth(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """The key, which becomes `request.auth`, and its user `request.user`; asked twice, answered once."""
        known: ApiToken | None = getattr(request, "_token", None)
        if known is None:
            known = domain.authenticate_token(token)
            request._token = known  # type: ignore[attr-defined]
            if known is not None:
                request.user = known.user
        return known
