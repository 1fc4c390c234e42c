"""The effort of a run: examples of a property, rounds of the tests that kill or flood.

`make test` tries a little of everything, the same in every run, so that a failure belongs to the change at hand.
`KAMEO_FUZZ=1` draws new examples and more of them; `make crash` kills and floods thirty times.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from pathlib import PurePosixPath

import hypothesis
import pytest

# An example that writes rows is slow, and rolls back by itself: neither is a fault. A strategy that throws most of its
# examples away stays one.
FORGIVEN = set(hypothesis.HealthCheck) - {hypothesis.HealthCheck.filter_too_much}
EVERY_RUN = hypothesis.settings(deadline=None, suppress_health_check=FORGIVEN)

hypothesis.settings.register_profile("steady", EVERY_RUN, max_examples=10, derandomize=True, database=None)
hypothesis.settings.register_profile("fuzz", EVERY_RUN, max_examples=60, print_blob=True)
hypothesis.settings.load_profile("fuzz" if os.environ.get("KAMEO_FUZZ") else "steady")


@pytest.fixture
def rounds() -> range:
    """One number for each time that a test marked `crash` kills or floods."""
    return range(int(os.environ.get("KAMEO_ROUNDS", "3")))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Below the slowest tests, what each folder takes: its budget is in docs/handbook/testing.md."""
    if not config.getoption("durations"):
        return
    spent: defaultdict[str, float] = defaultdict(float)
    tests: Counter[str] = Counter()
    for report in (one for reports in terminalreporter.stats.values() for one in reports):
        if isinstance(report, pytest.TestReport):
            folder = "/".join(PurePosixPath(report.nodeid.split("::")[0]).parts[:2])
            spent[folder] += report.duration
            tests[folder] += report.when == "call"
    terminalreporter.section("seconds and tests of each folder")
    for folder, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        terminalreporter.write_line(f"{seconds:7.1f} s {tests[folder]:5} {folder}")
