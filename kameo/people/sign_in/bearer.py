"""Personal tokens: `Authorization: Bearer …` acts as the token's user, with their rights and no more."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from kameo.people import domain
from kameo.people.models import User


class TokenAuth(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """The token's user, who becomes `request.user`; asked twice, answered once."""
        known = getattr(request, "_token_user", None)
        if known is None:
            known = domain.authenticate_token(token)
            request._token_user = known  # type: ignore[attr-defined]
            if known is not None:
                request.user = known
        return known
