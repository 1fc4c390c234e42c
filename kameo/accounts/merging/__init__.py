"""Two accounts that are one: the noun, and where the rows of this app and of the apps below go."""

from kameo.accounts.merging.noun import ACCOUNTS
from kameo.accounts.merging.parts import SUBJECT

__all__ = ["ACCOUNTS", "SUBJECT"]
