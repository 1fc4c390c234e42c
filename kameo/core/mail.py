"""Outgoing mail through `KAMEO_SMTP_URL` (smtp[s]://user:password@host:port?tls=starttls), or honestly none."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend


def is_configured() -> bool:
    """Whether a mail server is set; pages that would send mail say so instead of pretending."""
    return bool(settings.SMTP_URL)


class ConfiguredBackend(EmailBackend):
    """Django's SMTP backend, reading its server from one URL."""

    def __init__(self, fail_silently: bool = False, **ignored: Any) -> None:
        parts = urlsplit(settings.SMTP_URL)
        tls = parse_qs(parts.query).get("tls", [""])[0]
        super().__init__(
            host=parts.hostname or "localhost",
            port=parts.port or (465 if parts.scheme == "smtps" else 25),
            username=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            use_tls=tls == "starttls",
            use_ssl=parts.scheme == "smtps",
            timeout=20,
            fail_silently=fail_silently,
        )
