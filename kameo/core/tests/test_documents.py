"""PDF documents: what people type stays text, the page speaks its language, nothing is read from the machine."""

from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from kameo.core.documents import DocumentError, compile_pdf, template

PAGE = """#import "kameo.typ": *
#let data = json("data.json")
#show: document-of.with(data)
= #data.title
#for text in data.texts [#text #pagebreak(weak: true)]
"""


def made(*texts, **more):
    data = {"title": "Préparer la rencontre", "language": "fr", "page_of": "page {0} sur {1}", "texts": texts}
    return compile_pdf(PAGE, data=data | more)


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def words(pdf):
    return "\n".join(pages(pdf))


@pytest.mark.django_db
class TestDocuments:
    @pytest.mark.parametrize(
        "typed",
        ['#eval("1 + 1")', "#read(data.json)", "$ x^2 $", "= Titre", "*gras* _oblique_", "\\ // rien", "<label> @ref"],
    )
    def test_what_is_typed_is_never_code(self, typed):
        assert typed in words(made(typed))

    def test_french_is_set_with_its_spaces_and_quotes(self):
        text = "« L’œuvre coûte 1\u202f284\u202f000\u00a0€\u202f; c’est 18,4\u00a0% »"
        found = words(made(text)).replace("\u202f", " ").replace("\u00a0", " ").replace("\u2009", " ")
        assert "L’œuvre coûte 1 284 000 €" in found
        assert "18,4 %" in found

    def test_three_pages_are_numbered(self):
        found = pages(made("un", "deux", "trois"))
        assert [f"page {n} sur 3" in text for n, text in enumerate(found, 1)] == [True] * 3

    def test_the_file_is_tagged_titled_and_says_its_language(self):
        pdf = made("un")
        with pypdfium2.PdfDocument(pdf) as document:
            assert document.get_metadata_dict()["Title"] == "Préparer la rencontre"
            assert document.is_tagged()
        assert b"/Lang (fr)" in pdf or b"/Lang(fr)" in pdf

    def test_dates_and_amounts_are_written_as_text(self):
        first, second = pages(made(date(2026, 11, 22), Decimal("1284.50")))
        assert "2026-11-22" in first
        assert "1284.50" in second

    def test_letters_without_a_glyph_do_not_stop_the_document(self):
        assert "Valmorin" in words(made("Valmorin 中 \U0001f600 \ud800"))

    @pytest.mark.parametrize(
        "source",
        ["#let x =", '#import "@preview/cetz:0.3.0": *', '#read("/etc/hostname")', '#read("../../etc/hostname")'],
    )
    def test_a_template_reads_nothing_outside_and_says_what_is_wrong(self, source):
        with pytest.raises(DocumentError) as refused:
            compile_pdf(source)
        assert str(refused.value)

    @pytest.mark.parametrize("name", ["../out.svg", "/tmp/out.svg"])
    def test_a_file_lies_inside(self, name):
        with pytest.raises(DocumentError):
            compile_pdf("= A", files={name: b""})

    def test_a_drawing_is_laid_beside_the_template(self):
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
        assert len(pages(compile_pdf('#image("map.svg", alt: "A")', files={"map.svg": svg}))) == 1

    def test_templates_come_with_the_package(self):
        assert "document-of" in template("core", "kameo")
        with pytest.raises(FileNotFoundError):
            template("core", "absent")
