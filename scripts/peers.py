"""What the tests need from the machine: a Chromium for the journeys, and the one library that the driver of Playwright
asks of the system. Installed with apt when root, asked for otherwise.

Exit code 0 in any case: without it the journeys are skipped, and the summary of the tests says so.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRIVER_LIBRARY = "atomic"  # a bare Debian lacks it, and Chromium does not bring it


def missing() -> list[str]:
    """The Debian packages to install."""
    browser = [] if any(map(shutil.which, BROWSERS)) else ["chromium"]
    return browser if ctypes.util.find_library(DRIVER_LIBRARY) else [*browser, "libatomic1"]


def main() -> int:
    packages = missing()
    if not packages:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {' and '.join(packages)} for the journeys (apt)…", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
            done = subprocess.run(["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, check=False)
            if done.returncode:
                break
    if packages := missing():
        print("!" * 100)
        print(f"!!! The journeys in a browser are SKIPPED. Install first: apt install {' '.join(packages)}")
        print("!" * 100, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
