"""The figures as a table, on the terminal and in docs/bench.md."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.importing import Imported
from tests.bench.measure import LONG_ENOUGH, Figures
from tests.bench.volume import Volume

PLACE = Path(__file__).resolve().parents[2] / "docs" / "bench.md"
COLUMNS = ["", "p50 ms", "p95 ms", "raw SQL ms", "ratio", "queries", "CPU ms", "of it database", "aim", "KB", "times"]
# Processor milliseconds per page that the architecture aims at, for the volume "peers".
AIMS = {
    "accounts, 1st page": 6,
    "account, ordinary": 12,
    "account, busiest": 12,
    "palette, by name": 6,
    "log an activity": 4,
}
AIM_OF_IMPORT = 15_000  # rows a second


@dataclass(frozen=True)
class Run:
    name: str
    volume: Volume
    machine: str
    server: str
    loading: dict[str, float]
    figures: Sequence[Figures]
    imported: Imported
    small: Sequence[Figures] = ()  # the same addresses at a tenth of the volume


def table(lines: list[list[str]]) -> str:
    """Markdown that also reads well as it is: the first column to the left, figures to the right."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    shown = [_aligned(lines[0], widths), rule, *(_aligned(line, widths) for line in lines[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in shown)


def _aligned(line: list[str], widths: list[int]) -> list[str]:
    rest = zip(line[1:], widths[1:], strict=True)
    return [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in rest)]


def pages(run: Run) -> str:
    return table([COLUMNS, *(_line(each) for each in run.figures)])


def _line(found: Figures) -> list[str]:
    return [
        found.name,
        f"{found.p50:.1f}",
        f"{found.p95:.1f}",
        "" if found.raw_p50 is None else f"{found.raw_p50:.2f}",
        "" if found.ratio is None else f"× {found.ratio:.1f}",
        str(found.queries),
        f"{found.cpu:.1f}",
        f"{found.cpu_database:.1f}",
        str(AIMS.get(found.name, "")),
        f"{found.size / 1024:.0f}",
        str(found.times),
    ]


def missed(run: Run) -> str:
    """By how much each aim is missed."""
    lines = [
        f"- {each.name}: {each.cpu:.1f} ms of processor for an aim of {AIMS[each.name]} "
        f"({each.cpu_app:.1f} application, {each.cpu_database:.1f} database)."
        for each in run.figures
        if each.name in AIMS and each.cpu > AIMS[each.name]
    ]
    if run.imported.per_second < AIM_OF_IMPORT:
        lines.append(f"- import: {run.imported.per_second:,.0f} rows a second for an aim of {AIM_OF_IMPORT:,}.")
    return "\n".join(lines) or "None."


def growth(run: Run) -> str:
    """Processor time at this volume over that at a tenth of it; the aim is × 1.3."""
    small = {each.name: each for each in run.small}
    lines = [
        [each.name, f"{small[each.name].cpu:.1f}", f"{each.cpu:.1f}", f"× {each.cpu / small[each.name].cpu:.2f}"]
        for each in run.figures
        if each.name in small
    ]
    return table([["", "a tenth, CPU ms", "whole, CPU ms", "growth"], *lines]) if lines else "Not measured in this run."


def steps(run: Run) -> str:
    return table([["", "   s"], *([name, f"{seconds:.1f}"] for name, seconds in run.loading.items())])


def importing(run: Run) -> str:
    found = run.imported
    return (
        f"Import of {found.created:,} accounts from a CSV file: {found.seconds:.1f} s ({found.cpu:.1f} s of processor, "
        f"application and database), {found.per_second:,.0f} rows a second (aim: {AIM_OF_IMPORT:,}),\n"
        f"× {found.ratio:.1f} the bare COPY of as many rows and one merge into the same table ({found.copied:.2f} s;"
        " aim: × 10 at the most)."
    )


def document(run: Run) -> str:
    size = run.volume
    return DOCUMENT.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        size=f"{size.accounts:,} accounts in groups, {size.interactions:,} interactions, {size.invoices:,} invoices",
        python=platform.python_version(),
        run=run,
        long_enough=LONG_ENOUGH,
        pages=pages(run),
        missed=missed(run),
        growth=growth(run),
        importing=importing(run),
        steps=steps(run),
    )


DOCUMENT = """# Speed at volume

Written by `.venv/bin/python -m tests.bench --write` on {day}; `make bench` prints the same.

- Volume `{run.name}`: {size}.
- Machine: {run.machine}; Python {python}, PostgreSQL {run.server}.
- **The machine is shared**: other work ran on it meanwhile, so times are pessimistic (p95 above all) and move from one
  run to the next. The ratio is the result: request and raw SQL are timed in turn, so that the noise falls on both.

Each address is asked as often as *times* says (a slow one for {long_enough:.0f} seconds only), by one user,
everything warm, through Django's test client, middleware and session included; no network, no web server.

- *Raw SQL*: p50 of the very statements the request made, one after the other with psycopg, rows fetched.
- *Ratio*: p50 of the request over that. Where SQL takes little, it says what drawing the page costs beside asking.
- *CPU*: processor time of one request, application and its database connection together, which a busy machine
  distorts less than the clock. *Aim* is the architecture's for it.

{pages}

The director sees every account; the key account manager a twentieth of the groups and lone companies.
"A word said in every line" is the worst case on purpose: every interaction matches.

## Aims missed

{missed}

Where the time goes is in [the handbook](handbook/speed.md).

## Growth

{growth}

## Import

{importing}

The import reads, matches, looks for likenesses, keeps what undo needs and computes projections; the COPY and merge do
none of it, but pay for the table's triggers and indexes.

## Loading and rebuilding

Loading is set-wise SQL of the bench; the rebuilds are the product's (`kameo rebuild`).

{steps}

## What is not measured yet

Several users at once, memory, a browser's own work, writes other than an import and an activity. Contacts and
opportunities, part of the peers' volume, do not exist in Kameo yet: the other CRMs carried 80,000 rows more.
"""
