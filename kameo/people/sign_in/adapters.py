"""The answers to allauth: nobody signs up alone, mail goes out in its reader's language if it can go out."""

from __future__ import annotations

import base64
import functools
import logging
import secrets
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kameo.core import mail
from kameo.people.domain.letters import NOTICES
from kameo.people.jobs import SEND_NOTICE, SEND_RESET
from kameo.people.models import User
from kameo.people.views.browsers import describe

logger = logging.getLogger(__name__)

MESSAGES = {
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/totp_activated.txt": _("The application is set up: it is asked at your next sign-in."),
    "mfa/messages/totp_deactivated.txt": _("The application is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _("New recovery codes are ready. The former ones no longer work."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This e-mail address and this password do not go together."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, then try again."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Colleagues are invited by an administrator."""
        return False

    def reauthenticate(self, user: User, password: str) -> bool:
        """By the address the colleague has now, under the same limits as a sign-in."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Not right after a sign-in, which proves as much: allauth itself only counts later passwords and codes."""
        if not super().is_reauthentication_required(app=app, **options):
            return False
        request = context.request
        steps = get_authentication_records(request, request.user)
        return not steps or time.time() - steps[-1]["at"] >= app_settings.REAUTHENTICATION_TIMEOUT

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our words, and silence where the page itself says it (signing in and out)."""
        if message_template is not None:
            message = str(MESSAGES.get(message_template, ""))
        if message:
            super().add_message(request, level, extra_tags=extra_tags, message=message)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """In a job: the answer takes the same time whether the address is known or not."""
        if mail.is_configured():
            SEND_RESET.defer(user_id=user.pk, site=self.request.build_absolute_uri("/"))

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell somebody that their access changed, with from where."""
        if mail.is_configured() and template_prefix in NOTICES:
            SEND_NOTICE.defer(
                user_id=user.pk,
                notice=template_prefix,
                ip=self.get_client_ip(self.request),
                browser=describe(self.get_http_user_agent(self.request)),
            )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """allauth's other letters are about things that do not exist here."""

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use your authenticator or a recovery code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        return [method | {"description": words[method["id"]]} for method in super().get_reauthentication_methods(user)]


@functools.lru_cache(maxsize=4)
def _cipher(secret_key: str) -> Fernet:
    """The key of second factors, drawn from the installation's: knowing the one does not tell the other."""
    drawn = HKDF(SHA256(), length=32, salt=None, info=b"kameo.people.second-factors").derive(secret_key.encode())
    return Fernet(base64.urlsafe_b64encode(drawn))


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Codes change every thirty seconds: type the newest one.")
    }

    def _get_site_name(self) -> str:
        return "Kameo"

    def encrypt(self, text: str) -> str:
        """What the database keeps of a TOTP secret or of the seed of recovery codes."""
        return _cipher(settings.SECRET_KEY).encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; or, sealed under another secret key, one nobody knows: then no code is right."""
        try:
            return _cipher(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.error("A second factor was sealed under another secret key: it must be set up anew.")
            return base64.b32encode(secrets.token_bytes(20)).decode("ascii")
