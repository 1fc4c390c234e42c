"""The text of each kind of document, and the bounds that hold."""

import pytest

from kameo.core.files import kinds, picture_of, words_of
from kameo.core.files.tests import samples


@pytest.mark.parametrize(
    ("content", "kind", "text", "pages"),
    [
        (
            samples.pdf("Clause de revision", "Indexation annuelle"),
            kinds.PDF,
            "Clause de revision\nIndexation annuelle",
            1,
        ),
        (samples.docx("Clause de révision"), kinds.DOCX, "Clause de révision", None),
        (samples.xlsx("Référence", "Prix"), kinds.XLSX, "Sheet\nRéférence Prix", None),
        (samples.odt("Clause &amp; prix"), kinds.ODT, "Clause & prix", None),
        (samples.archive(ppt__slides__slide1_xml=b"<a:p>Un</a:p><a:p>deux</a:p>"), kinds.PPTX, "Un\ndeux", 1),
        ("été\r\n\r\n  prix ".encode("cp1252"), kinds.TEXT, "été\nprix", None),
    ],
)
def test_words(content, kind, text, pages):
    found = words_of(content, kind)
    assert (found.text, found.pages) == (text, pages)


def test_a_scan_has_no_words():
    assert words_of(samples.png(), kinds.PNG).text == ""


def test_text_is_bounded():
    assert len(words_of(b"mot " * 300_000, kinds.TEXT).text) == 400_000


def test_picture_of_a_page_and_of_an_image():
    assert picture_of(samples.pdf("Bonjour"), "pdf").startswith(b"\x89PNG")
    assert picture_of(samples.png(), "image").startswith(b"\x89PNG")


def test_no_picture_of_a_missing_page_a_damaged_file_or_too_many_pixels():
    assert picture_of(samples.pdf("Bonjour"), "pdf", 2) is None
    assert picture_of(b"%PDF-1.4 damaged", "pdf") is None
    assert picture_of(samples.png(7_000, 7_000), "image") is None
    assert picture_of(samples.odt("x"), "") is None
