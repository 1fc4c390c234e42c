"""Verbs of the app: one module per noun, one name to import them by."""

from kameo.people.domain.tokens import authenticate_token, create_token, revoke_token

__all__ = ["authenticate_token", "create_token", "revoke_token"]
