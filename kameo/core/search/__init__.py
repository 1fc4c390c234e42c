"""Global search: each app registers a source; the page and the palette ask them all, for one user.

A source answers only with what the user may see, ignores accents and case, and forgives a typing slip.
"""

from kameo.core.search.sources import Answer, Hit, Query, Source, answer, register, sources

__all__ = ["Answer", "Hit", "Query", "Source", "answer", "register", "sources"]
