"""`make bench-check` tells what became dearer, and nothing else."""

from __future__ import annotations

from typing import Any

from tests.bench.check import counts, times
from tests.bench.measure import Figures
from tests.bench.plans import _nodes

BOUND = {"queries": 4, "bytes": 1000, "reads": ["accounts_account"], "ratio": 3.0}


def figures(**changed: Any) -> Figures:
    plain: dict[str, Any] = {
        "name": "list",
        "p50": 6.0,
        "p95": 9.0,
        "cpu_app": 4.0,
        "cpu_database": 1.0,
        "queries": 4,
        "raw_p50": 2.0,
        "size": 1000,
        "times": 3,
        "read": ["accounts_account"],
    }
    return Figures(**(plain | changed))


def test_what_is_within_its_bounds_passes() -> None:
    run = {"list": figures(queries=3, size=1090, read=[])}
    assert list(counts(run, {"list": BOUND})) == []
    assert list(times(run, run, {"list": BOUND})) == []


def test_more_statements_and_bytes_are_told() -> None:
    run = {"list": figures(queries=5, size=1200)}
    assert list(counts(run, {"list": BOUND})) == [
        "list: 5 statements, 4 at the most.",
        "list: 1,200 bytes, 1,000 at the most.",
    ]


def test_an_unbounded_case_is_told() -> None:
    assert list(counts({"list": figures()}, {})) == ["list: measured or bounded alone; write the bounds anew (--keep)."]


def test_a_scan_a_ratio_and_a_growth_are_told() -> None:
    small = {"list": figures(read=["accounts_account", "contacts_person"], p50=13.0, cpu_app=20.0)}
    assert dict(times(small, {"list": figures()}, {"list": BOUND})) == {
        "list contacts_person": "list: reads most rows of contacts_person.",
        "list ratio": "list: × 6.5 its raw SQL, 3.0 when the bound was written.",
        "list growth": "list: × 4.20 the processor time for five times the data.",
    }


def test_rows_that_a_scan_drops_were_read() -> None:
    scan = {"Relation Name": "contacts_person", "Actual Rows": 2, "Rows Removed by Filter": 9998, "Actual Loops": 1}
    assert list(_nodes({"Node Type": "Limit", "Plans": [scan]})) == [("contacts_person", 10000)]
