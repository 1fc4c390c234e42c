"""File names: hostile ones become plain ones, and a header can hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kameo.core.files import attachment, clean_name


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Contrat-cadre 2026.pdf", "Contrat-cadre 2026.pdf"),
        ("Été à Fougères.pdf", "Été à Fougères.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\prix.xlsx", "prix.xlsx"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"),
        ("facture\u202efdp.exe", "facturefdp.exe"),
        ("...", "document"),
        ("", "document"),
        ("con.txt", "document-con.txt"),
        ("a" * 300 + ".pdf", "a" * 176 + ".pdf"),
    ],
)
def test_clean_name(raw, clean):
    assert clean_name(raw) == clean


def test_attachment_gives_both_forms():
    assert (
        attachment('Été "2026".pdf')
        == "attachment; filename=\"Ete 2026.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%202026.pdf"
    )


@given(st.text())
def test_no_name_breaks_out_of_the_header(raw):
    header = attachment(raw)
    assert header.isascii()
    assert header.count('"') == 2
    assert not set(header) & set("\r\n")
    assert "/" not in clean_name(raw)
