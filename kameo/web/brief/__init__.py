"""The brief of a meeting (R37): what to know in two minutes, as a page and as a PDF."""

from kameo.web.brief.reading import Attendee, Brief, BriefBlock, Said, brief_of, with_lists

__all__ = ["Attendee", "Brief", "BriefBlock", "Said", "brief_of", "with_lists"]
