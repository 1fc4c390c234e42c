"""What allauth asks us: nobody signs up alone, mail goes out in the user's language."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Colleagues are invited by an administrator."""
        return False
