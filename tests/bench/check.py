"""`make bench-check`: what a change may not make dearer, in three minutes at a small volume.

Fails where a page asks more statements or weighs more than its bound (`bounds.json`); where in three runs it reads most
of a large table and did not before, its ratio to its raw SQL is more than twice the bound's, or its growth more than
twice the aim. `python -m tests.bench.check --keep` writes the bounds anew: lower ones are gains to keep.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import aims
from tests.bench.measure import Figures, kept

PLACE = Path(__file__).with_name("bounds.json")
SLACK_OF_BYTES = 1.1  # what a page tells differs a little from day to day
BEYOND = 2.0  # times the bound of what is timed
RUNS = 3

Run = dict[str, Figures]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.check", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="write what was measured as the bounds")
    asked = parser.parse_args()
    small, smaller = measured("small"), measured("smaller")
    if asked.keep:
        keep(small)
        return 0
    bounds = json.loads(PLACE.read_text(encoding="utf-8"))
    counted, timed = list(counts(small, bounds)), dict(times(small, smaller, bounds))
    for _run in range(RUNS - 1):
        if not timed:
            break
        again = dict(times(measured("small"), measured("smaller"), bounds))
        timed = {name: why for name, why in timed.items() if name in again}
    faults = [*counted, *timed.values()]
    print(*(faults or [f"Speed: {len(small)} pages and calls within their bounds."]), sep="\n")
    return 1 if faults else 0


def measured(volume: str) -> Run:
    """All cases at that volume, in a process and a database of their own."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "figures.json"
        command = [
            sys.executable,
            "-m",
            "tests.bench",
            "--volume",
            volume,
            "--brief",
            "--times",
            "3",
            "--keep",
            str(place),
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return {each.name: each for each in kept(place)}


def counts(small: Run, bounds: dict[str, Any]) -> Iterator[str]:
    """What does not depend on the machine."""
    for name in sorted(small.keys() ^ bounds.keys()):
        yield f"{name}: measured or bounded alone; write the bounds anew (--keep)."
    for name in small.keys() & bounds.keys():
        found, bound = small[name], bounds[name]
        if found.queries > bound["queries"]:
            yield f"{name}: {found.queries} statements, {bound['queries']} at the most."
        if found.size > bound["bytes"] * SLACK_OF_BYTES:
            yield f"{name}: {found.size:,} bytes, {bound['bytes']:,} at the most."


def times(small: Run, smaller: Run, bounds: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(which figure, what is wrong with it): ratios and growth, which a busy machine moves, and plans, which follow
    samples of the tables.
    """
    for name in small.keys() & bounds.keys() & smaller.keys():
        for table in sorted(set(small[name].read) - set(bounds[name]["reads"])):
            yield f"{name} {table}", f"{name}: reads most rows of {table}."
        found, bound = small[name].ratio, bounds[name]["ratio"]
        if found is not None and bound is not None and found > BEYOND * bound:
            yield f"{name} ratio", f"{name}: × {found:.1f} its raw SQL, {bound:.1f} when the bound was written."
        grown = small[name].cpu / smaller[name].cpu
        if grown > BEYOND * aims.GROWTH:
            yield f"{name} growth", f"{name}: × {grown:.2f} the processor time for five times the data."


def keep(small: Run) -> None:
    told = {
        name: {
            "queries": each.queries,
            "bytes": each.size,
            "reads": each.read,
            "ratio": None if each.ratio is None else round(each.ratio, 1),
        }
        for name, each in small.items()
    }
    PLACE.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
