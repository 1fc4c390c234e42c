"""Background work on the same PostgreSQL: enqueued in the caller's transaction, so never lost and never phantom.

An app declares `Job("noun.verb")` in its `jobs.py`, a leaf, and what it does in three lines of its `tasks.py`.
"""

from kameo.core.jobs.inline import work_until_empty
from kameo.core.jobs.queue import Job, periodic

__all__ = ["Job", "periodic", "work_until_empty"]
