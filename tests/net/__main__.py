"""`python -m tests.net record OUT [--tree TREE]`, `compare A B`, `digest DIR`."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from tests.net import compare, digests, recorder

HERE = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.net", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    recording = verbs.add_parser("record", help="record the demo of a tree of the code into a folder")
    recording.add_argument("out", type=Path)
    recording.add_argument("--tree", type=Path, default=HERE, help="the checkout to record (this one)")
    comparing = verbs.add_parser("compare", help="say what differs between two recordings; exit 1 if something does")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--shown", type=int, default=compare.SHOWN, help="how many differences are printed")
    digesting = verbs.add_parser("digest", help="keep a recording's digests beside the tests")
    digesting.add_argument("folder", type=Path)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the throwaway home and its server go with us
    if given.verb == "record":
        recorder.record(given.out.resolve(), given.tree.resolve())
    elif given.verb == "compare":
        return int(not compare.compare(given.old, given.new, shown=given.shown))
    else:
        digests.write(given.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
