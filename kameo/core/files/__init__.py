"""Files that people send: what they really are, a safe name for them, their words, a picture of their pages.

Nothing here trusts a name or a declared type; every reader is bounded in size, pages and pixels.
"""

from kameo.core.files.kinds import FileKind, Refused, recognise
from kameo.core.files.names import attachment, clean_name
from kameo.core.files.pictures import picture_of
from kameo.core.files.words import FileWords, words_of

__all__ = ["FileKind", "FileWords", "Refused", "attachment", "clean_name", "picture_of", "recognise", "words_of"]
