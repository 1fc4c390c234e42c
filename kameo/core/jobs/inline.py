"""Running waiting jobs in this process: tests, `kameo demo`, commands that wait for what they caused."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection, transaction
from procrastinate.contrib.django import app

NEXT = """
select id, task_name, args from procrastinate_jobs
where status = 'todo' and (scheduled_at is null or scheduled_at <= clock_timestamp())
    and task_name not like 'builtin:%%'
order by priority desc, id limit 1 for update skip locked
"""


def work_until_empty() -> int:
    """Run every due job here, in order, and those that they enqueue; returns how many ran.

    On the caller's connection, hence inside its transaction if there is one. A failing job stops it and raises:
    whoever waits wants to know. That job stays in the queue, rolled back.
    """
    ran = 0
    while _run_next():
        ran += 1
    return ran


def _run_next() -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(NEXT)
        row = cursor.fetchone()
        if row is None:
            return False
        job_id, name, arguments = row
        _call(name, arguments)
        cursor.execute("delete from procrastinate_jobs where id = %s", [job_id])
    return True


def _call(name: str, arguments: dict[str, Any] | str) -> None:
    # Django's cursor leaves jsonb as text.
    app.tasks[name].func(**(json.loads(arguments) if isinstance(arguments, str) else arguments))
