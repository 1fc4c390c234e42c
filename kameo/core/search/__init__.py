"""Global search: each app registers a source; the page and the palette ask them all, for one user.

A source answers only with what the user may see, ignores accents and case, and forgives a typing slip.
"""

from kameo.core.search.sources import Hit, SearchAnswer, SearchSource, SearchTerms, answer, register, sources

__all__ = ["Hit", "SearchAnswer", "SearchSource", "SearchTerms", "answer", "register", "sources"]
