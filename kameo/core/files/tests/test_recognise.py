"""Kinds are read from the content; a name never opens the door, and may close it."""

import io

import pytest

from kameo.core.files import Refused, kinds, recognise
from kameo.core.files.tests import samples


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (samples.pdf("Bonjour"), "contrat.pdf", kinds.PDF),
        (samples.pdf("Bonjour"), "contrat.txt", kinds.PDF),
        (samples.png(), "plan.png", kinds.PNG),
        (samples.docx("Bonjour"), "lettre.docx", kinds.DOCX),
        (samples.xlsx("a", "b"), "prix.xlsx", kinds.XLSX),
        (samples.odt("Bonjour"), "lettre.odt", kinds.ODT),
        ("été;prix\n".encode(), "prix.csv", kinds.CSV),
        ("été".encode("cp1252"), "note.txt", kinds.TEXT),
        ("été".encode("utf-16"), "note.txt", kinds.TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "vieux.doc", kinds.OLE),
    ],
)
def test_kind_comes_from_the_content(content, name, kind):
    assert recognise(io.BytesIO(content), name) == kind


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "vide.pdf", "file_empty"),
        (b"MZ\x90\x00" + b"\0" * 60, "contrat.pdf", "file_program"),
        (b"\x7fELF\x02", "photo.png", "file_program"),
        (b"#!/bin/sh\nrm -rf /", "note.txt", "file_program"),
        (b"rem", "lance.bat", "file_program"),
        (b"rem", "lance.BAT. ", "file_program"),
        (b"<html><script>1</script>", "page.txt", "file_program"),
        (b"<?xml version='1.0'?><svg onload='x'/>", "logo.xml", "file_program"),
        (samples.archive(note_xml=b"x"), "dossier.zip", "file_archive"),
        (b"7z\xbc\xaf\x27\x1c", "dossier.7z", "file_archive"),
        (b"PK\x03\x04damaged", "lettre.docx", "file_damaged"),
        (bytes(range(256)), "mystere.pdf", "file_unknown"),
        (samples.archive(word__document_xml=b"0" * 60_000_000), "bombe.docx", "file_bomb"),
    ],
)
def test_refused_with_a_code(content, name, code):
    with pytest.raises(Refused) as refusal:
        recognise(io.BytesIO(content), name)
    assert refusal.value.code == code
