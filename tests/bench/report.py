"""The figures as a table, on the terminal and in docs/bench.md."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import aims
from tests.bench.importing import Imported
from tests.bench.measure import BATCHES, LONG_ENOUGH, Figures
from tests.bench.volume import Volume

PLACE = Path(__file__).resolve().parents[2] / "docs" / "bench.md"
COLUMNS = ["", "CPU ms", "of it database", "aim", "served", "queries", "KB", "sent", "p50 ms", "raw SQL ms", "ratio"]


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
        f"{found.cpu:.1f}",
        f"{found.cpu_database:.1f}",
        str(aims.PROCESSOR.get(found.name, "")),
        "" if found.served is None else f"{found.served:.1f}",
        str(found.queries),
        f"{found.size / 1024:.0f}",
        "" if found.sent is None else f"{found.sent / 1024:.0f}",
        f"{found.p50:.1f}",
        "" if found.raw_p50 is None else f"{found.raw_p50:.2f}",
        "" if found.ratio is None else f"× {found.ratio:.1f}",
    ]


def missed(run: Run) -> str:
    """By how much each aim is missed."""
    lines = [*(line for each in run.figures for line in _missed_by(each))]
    if run.imported.per_second < aims.IMPORT:
        lines.append(f"- import: {run.imported.per_second:,.0f} rows a second for an aim of {aims.IMPORT:,}.")
    for name, grown in grown_pages(run):
        if grown > aims.GROWTH:
            lines.append(f"- growth of {name}: × {grown:.2f} for an aim of {aims.GROWTH}.")
    return "\n".join(lines) or "None."


def _missed_by(found: Figures) -> Iterator[str]:
    aim, weight = aims.PROCESSOR.get(found.name), aims.WEIGHT.get(found.name)
    if aim is not None and found.cpu > aim:
        yield (
            f"- {found.name}: {found.cpu:.1f} ms of processor for an aim of {aim} "
            f"({found.cpu_app:.1f} application, {found.cpu_database:.1f} database)."
        )
    if weight is not None and found.size / 1024 > weight:
        yield f"- {found.name}: {found.size / 1024:.0f} kB for an aim of {weight}."


def grown_pages(run: Run) -> list[tuple[str, float]]:
    """(name, processor time at this volume over that at a tenth of it)."""
    small = {each.name: each for each in run.small}
    return [(each.name, each.cpu / small[each.name].cpu) for each in run.figures if each.name in small]


def growth(run: Run) -> str:
    """As `grown_pages`; the aim is × 1.3."""
    small, whole = ({each.name: each.cpu for each in figures} for figures in (run.small, run.figures))
    lines = [[name, f"{small[name]:.1f}", f"{whole[name]:.1f}", f"× {grown:.2f}"] for name, grown in grown_pages(run)]
    return table([["", "a tenth, CPU ms", "whole, CPU ms", "growth"], *lines]) if lines else "Not measured in this run."


def steps(run: Run) -> str:
    return table([["", "   s"], *([name, f"{seconds:.1f}"] for name, seconds in run.loading.items())])


def importing(run: Run) -> str:
    found = run.imported
    return (
        f"Import of {found.created:,} accounts from a CSV file: {found.seconds:.1f} s ({found.cpu:.1f} s of processor, "
        f"application and database), {found.per_second:,.0f} rows a second (aim: {aims.IMPORT:,}),\n"
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
        batches=BATCHES,
        long_enough=LONG_ENOUGH / BATCHES,
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
- The load says whether the machine was idle; the ratios hold in any case: request and raw SQL are timed in turn.

Each address is asked in {batches} batches of {long_enough:.0f} seconds at the most, by one user, everything warm,
through Django's test client, middleware and session included; the cheapest batch counts.

- *CPU*: processor time of one request: the application's and that of every process of PostgreSQL, parallel workers
  included. *Aim* is the one of `shared/speed.md`.
- *Served*: the same through the real server (granian, one process, compressing, over a connection that stays open).
- *KB* is the answer before compression, *sent* what the server sends.
- *Raw SQL*: p50 of the very statements the request made, one after the other with psycopg, rows fetched. *Ratio*: p50
  of the request over that. Where SQL takes little, it says what drawing the page costs beside asking.
- What writes is sent to another record each time: nothing grows with the bench.

{pages}

The director sees every account; the key account manager, and the reader, a twentieth of the groups and lone companies.
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

Several users at once, memory, a browser's own work, writes other than an activity and a contact.
"""
