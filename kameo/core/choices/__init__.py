"""Lists that a company edits: their options stand in an order, are renamed, retired and given back.

An app declares a `ChoiceList` in its `choices.py` and registers it: verbs with their event, the settings page, the
operations of the API, the words that a file may use, and its cases (`core.testing.choices`) come from it. The domain
half (`lists`, `verbs`, `names`, `models`) knows nothing of HTTP. See docs/handbook/choices.md.
"""

from kameo.core.choices.lists import ChoiceApi, ChoiceList, ChoicePage, ChoiceWords, choice_lists, register
from kameo.core.choices.verbs import ALLOWED, GIVEN_BACK, REFUSED, ChoiceChange

__all__ = [
    "ALLOWED",
    "GIVEN_BACK",
    "REFUSED",
    "ChoiceApi",
    "ChoiceChange",
    "ChoiceList",
    "ChoicePage",
    "ChoiceWords",
    "choice_lists",
    "register",
]
