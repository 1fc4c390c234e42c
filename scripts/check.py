"""`make check`: everything that can be checked without running the product, all of it, even after a failure.

Independent checks run side by side. `scripts/check.py NAME…` runs only those. Exit code 1 when one fails.
"""

from __future__ import annotations

import concurrent.futures
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")


@dataclass(frozen=True)
class Outcome:
    name: str
    code: int
    seconds: float
    output: str


def commands() -> dict[str, list[str]]:
    """What is checked, by name."""
    return {
        "style": [str(BIN / "ruff"), "check", "--quiet", "."],
        "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
        "layers": [str(BIN / "lint-imports"), "--no-cache"],
        "types": [str(BIN / "mypy"), "kameo"],
        "migrations": [str(BIN / "kameo"), "manage", "makemigrations", "--check", "--dry-run"],
        "catalogue": [PYTHON, "scripts/catalogue.py", "check"],
        "javascript": [*node("typescript/bin/tsc"), "--noEmit"],
        "css": [*node("stylelint/bin/stylelint.mjs"), "static/css/**/*.css"],
    }


def node(script: str) -> list[str]:
    """A tool of node_modules, run by the Node that scripts/vendor.py found or installed."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import vendor

    npm = Path(vendor.npm()[0])
    beside = npm.with_name("node")
    return [str(beside) if beside.exists() else "node", str(ROOT / "node_modules" / script)]


def run(name: str, command: list[str]) -> Outcome:
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kameo-check-") as home:
        Path(home).chmod(0o755)
        path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
        environment = {**os.environ, "KAMEO_HOME": home, "KAMEO_JSON_LOGS": "0", "PATH": path}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
    return Outcome(name, done.returncode, time.monotonic() - started, (done.stdout + done.stderr).strip())


def main() -> int:
    wanted = {name: command for name, command in commands().items() if not sys.argv[1:] or name in sys.argv[1:]}
    failed = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for future in concurrent.futures.as_completed([pool.submit(run, *item) for item in wanted.items()]):
            outcome = future.result()
            print(f"{'ok  ' if not outcome.code else 'FAIL'} {outcome.name} ({outcome.seconds:.1f} s)", flush=True)
            if outcome.code:
                failed.append(outcome)
    for outcome in failed:
        print(f"\n--- {outcome.name}\n{outcome.output[-6000:]}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
