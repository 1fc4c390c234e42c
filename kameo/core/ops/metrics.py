"""The figures of `/metrics`, over all processes of the site."""

from __future__ import annotations

import os
import tempfile

FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def share_between_processes() -> None:
    """Make the processes that follow add up their figures; call it before anything imports prometheus_client."""
    if not os.environ.get(FOLDER):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="kameo-metrics-")


def exposition() -> bytes:
    """The figures in Prometheus' text format: requests, and the state of the jobs read from the database."""
    # Not at the top: the folder must be chosen before prometheus_client is first imported.
    from prometheus_client import REGISTRY, CollectorRegistry, generate_latest, multiprocess

    if os.environ.get(FOLDER):
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        requests = generate_latest(registry)
    else:
        requests = generate_latest(REGISTRY)
    return requests + _jobs()


def _jobs() -> bytes:
    # For the same reason.
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    from kameo.core.jobs import state

    registry = CollectorRegistry()
    jobs = Gauge("kameo_jobs", "Jobs by state", ["state"], registry=registry)
    found = state.read()
    for name in ("waiting", "late", "running", "stalled", "failed"):
        jobs.labels(name).set(getattr(found, name))
    Gauge("kameo_workers", "Workers that gave a sign of life", registry=registry).set(found.workers)
    return generate_latest(registry)
