"""What the tests need from the machine: a Chromium for the journeys. Installed with apt when root, asked for otherwise.

Exit code 0 in any case: without it the journeys are skipped, and the summary of the tests says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    if any(map(shutil.which, BROWSERS)):
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the journeys (apt)…", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            done = subprocess.run(
                ["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, check=False
            )
            if done.returncode:
                break
    if not any(map(shutil.which, BROWSERS)):
        print("!" * 100)
        print("!!! No Chromium: the journeys in a browser are SKIPPED. Install it: apt install chromium")
        print("!" * 100, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
