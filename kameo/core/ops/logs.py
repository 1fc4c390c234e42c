"""Logs: one JSON object a line in production, readable lines while developing; never a secret."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

SECRETS = ("password", "token", "secret", "authorization", "cookie", "csrf", "digest", "key")


def configure(options: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG: `options` has `json` (bool) and `level` (name)."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _mask,
    ]
    last = structlog.processors.JSONRenderer() if options["json"] else structlog.dev.ConsoleRenderer(colors=False)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(options["level"])
    for noisy in ("procrastinate", "django.request", "PIL", "faker", "asyncio"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))
    # Both repeat, with a stack trace, what `kameo.worker` says in one line: the database went away.
    for loud in ("procrastinate.worker.worker", "procrastinate.utils", "psycopg.pool"):
        logging.getLogger(loud).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _mask(logger: Any, method: str, event: dict[str, Any]) -> dict[str, Any]:
    for name in event:
        if any(word in name.lower() for word in SECRETS):
            event[name] = "…"
    return event
