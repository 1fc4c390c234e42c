"""Background work on the same PostgreSQL: enqueued in the caller's transaction, so never lost and never phantom.

An app declares `@job("noun.verb")` on a three-line function in its `tasks.py`; anybody enqueues it by name.
"""

from kameo.core.jobs.inline import work_until_empty
from kameo.core.jobs.queue import defer, job, periodic

__all__ = ["defer", "job", "periodic", "work_until_empty"]
