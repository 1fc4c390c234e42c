"""`kameo rebuild`: strength of everybody, then the coverage of every account, which reads it."""

from kameo.core import rebuild
from kameo.insight import coverage, strength


def _strength() -> None:
    strength.refresh_people(None)


def _coverage() -> None:
    coverage.refresh_accounts(None)


rebuild.register("insight.strength", _strength, order=96)
rebuild.register("insight.coverage", _coverage, order=97)
