"""The demo answers as the recording kept beside this test says. It takes minutes: KAMEO_NET=1 runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.net import digests

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(os.environ.get("KAMEO_NET") != "1", reason="takes minutes: KAMEO_NET=1 runs it")
def test_demo_answers_as_recorded(tmp_path: Path) -> None:
    out = tmp_path / "recording"
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("KAMEO_", "DJANGO_"))}
    command = [sys.executable, "-m", "tests.net", "record", str(out)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    assert digests.changes(json.loads(digests.KEPT.read_text()), digests.digests(out)) == []


def test_changes_name_request_and_roles() -> None:
    kept = {"GET /": {"kam reader": "a", "nobody": "b"}, "GET /old/": {"kam": "c"}}
    found = {"GET /": {"kam": "a", "reader": "d", "nobody": "b"}, "GET /new/": {"kam": "c"}}
    assert digests.changes(kept, found) == ["GET / (reader)", "GET /new/ (kam)", "GET /old/ (kam)"]
