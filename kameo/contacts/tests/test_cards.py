"""Visiting cards: real ones are read, any text is survived, and what Kameo writes is read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kameo.contacts.cards import CardFacts, format_card, read_cards
from kameo.contacts.cards.documents import read_json, read_xml
from kameo.contacts.cards.reading import VisitingCard
from kameo.contacts.enums import EmailKind, PhoneKind

ROOT = Path(__file__).resolve().parents[3]
OWN = ROOT / "tests/corpus/cards"
CARDS = ROOT / "../shared/data/cards"
# Every file of the folder and the cards it holds.
REAL = {
    "John_Doe_ANDROID.vcf": 6,
    "John_Doe_BLACK_BERRY.vcf": 1,
    "John_Doe_EVOLUTION.vcf": 1,
    "John_Doe_GMAIL.vcf": 1,
    "John_Doe_IPHONE.vcf": 1,
    "John_Doe_LOTUS_NOTES.vcf": 1,
    "John_Doe_MAC_ADDRESS_BOOK.vcf": 1,
    "John_Doe_MS_OUTLOOK.vcf": 1,
    "fullcontact.vcf": 1,
    "gmail-list.vcf": 3,
    "gmail-single.vcf": 1,
    "gmail-single2.vcf": 1,
    "issue114.vcf": 1,
    "jcard-example.json": 1,
    "outlook-2003.vcf": 1,
    "outlook-2007.vcf": 1,
    "rfc2426-example.vcf": 2,
    "rfc6350-example.vcf": 1,
    "rfc6351-example.xml": 1,
    "thunderbird-MoreFunctionsForAddressBook-extension.vcf": 1,
}


def cards_of(path: Path) -> list[VisitingCard]:
    if path.suffix == ".json":
        return list(read_json(path.read_text()))
    if path.suffix == ".xml":
        return list(read_xml(path.read_bytes()))
    return list(read_cards(path.read_text(encoding="utf-8").splitlines()))


def test_every_card_of_our_own_is_read_whole() -> None:
    found = {path.name: cards_of(path) for path in OWN.iterdir()}
    assert {name: [card.text("FN") or "" for card in cards] for name, cards in found.items()} == {
        "telephone-2.1.vcf": ["Hélène Lefèvre", ""],
        "carnet-3.0.vcf": ["Yann Tanguy", "Soazig Abgrall", "Jean Solitaire"],
        "agenda-4.0.vcf": ["Dr Ada Lindqvist"],
        "jcard.json": ["Oumar Sow"],
        "xcard.xml": ["Inés Prado"],
    }
    assert all(card.whole for cards in found.values() for card in cards)


def test_every_real_card_is_read_whole() -> None:
    if not CARDS.exists():
        pytest.skip("../shared/data/cards is not on this machine: the cards of tests/corpus are read above")
    files = {path.name: cards_of(path) for path in CARDS.rglob("*") if path.is_file() and path.suffix != ".txt"}
    assert {name: len(found) for name, found in files.items()} == REAL
    assert sum(REAL.values()) == 28
    assert all(card.whole for found in files.values() for card in found)
    unnamed = [(name, card.line) for name, found in files.items() for card in found if not card.text("FN", "N")]
    assert unnamed == [("John_Doe_ANDROID.vcf", 1), ("John_Doe_ANDROID.vcf", 6)]


def one(text: str) -> VisitingCard:
    (card,) = read_cards(text.splitlines())
    return card


def test_quoted_printable_goes_on_after_a_soft_break() -> None:
    card = one(
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;H=\n=E9l=E8ne\nEND:VCARD"
    )
    assert card.first("N").parts == ["Lefèvre", "Hélène"]  # type: ignore[union-attr]


def test_a_picture_without_indentation_is_passed_over() -> None:
    card = one("BEGIN:VCARD\nPHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ\nSkZJRgABAQAAAQ\n\nFN:Marie Durand\nEND:VCARD")
    assert (card.text("FN"), card.text("PHOTO")) == ("Marie Durand", "…")


def test_a_group_gives_its_label() -> None:
    card = one("BEGIN:VCARD\nitem2.TEL:905-222-1234\nitem2.X-ABLabel:_$!<AssistantPhone>!$_\nEND:VCARD")
    assert card.label(card.all("TEL")[0]) == "AssistantPhone"


def test_a_colon_inside_quotation_marks_cuts_nothing() -> None:
    card = one('BEGIN:VCARD\nADR;LABEL="12: rue Haute";TYPE=work:;;12 rue Haute;Annonay\nEND:VCARD')
    assert (card.all("ADR")[0].types, card.all("ADR")[0].components[3]) == (("work",), "Annonay")


def test_cards_without_an_end_and_agents_inside_cards_are_told_apart() -> None:
    cut_short = list(read_cards(["BEGIN:VCARD", "FN:A", "BEGIN:VCARD", "FN:B", "END:VCARD"]))
    assert [(card.text("FN"), card.whole, card.line) for card in cut_short] == [("A", False, 1), ("B", True, 3)]
    agent = list(read_cards(["BEGIN:VCARD", "FN:A", "AGENT:", "BEGIN:VCARD", "FN:B", "END:VCARD", "END:VCARD"]))
    assert [card.text("FN") for card in agent] == ["A"]


def test_entities_are_refused_in_xml() -> None:
    with pytest.raises(ValueError, match="entities"):
        list(read_xml(b"<!DOCTYPE x [<!ENTITY a 'b'>]><vcards/>"))


@given(
    st.text(max_size=400)
    | st.lists(
        st.sampled_from(
            [
                "BEGIN:VCARD",
                "END:VCARD",
                "FN:A",
                "N:;;",
                "TEL;CELL:1",
                " folded",
                "NOTE;ENCODING=QUOTED-PRINTABLE:a=",
                "=C3",
                'ADR;LABEL="',
                ":",
                ";",
                "item1.",
                "PHOTO;BASE64:",
                "AGENT:",
                "",
                "\t",
                "X;=;:",
            ]
        )
    ).map("\n".join)
)
def test_no_text_breaks_the_reader(text: str) -> None:
    for card in read_cards(text.splitlines(keepends=True)):
        for each in card.properties:
            assert isinstance(each.text, str)
            assert all(isinstance(part, str) for part in each.parts + each.components)


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=90).map(
    lambda text: " ".join(text.split())
)
FACTS = st.builds(
    CardFacts,
    uid=st.from_regex(r"\Akameo-[0-9]{1,6}\Z"),
    first_name=NAMES,
    last_name=NAMES.filter(bool),
    salutation=st.sampled_from(["", "madam", "sir"]),
    company=NAMES,
    department=NAMES,
    title=NAMES,
    emails=st.lists(st.tuples(st.emails(), st.sampled_from(EmailKind.values)), max_size=4),
    phones=st.lists(
        st.tuples(
            st.from_regex(r"\A\+[1-9][0-9]{7,13}\Z"),
            st.from_regex(r"\A[0-9]{0,5}\Z"),
            st.sampled_from(PhoneKind.values),
        ),
        max_size=4,
    ),
    note=st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=300).map(str.strip),
)


@given(FACTS, st.sampled_from(["4.0", "3.0"]))
def test_what_is_written_is_read_back(facts: CardFacts, version: str) -> None:
    text = format_card(facts, version=version)
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    (card,) = read_cards(lines)
    assert card.text("VERSION") == version
    assert [part.replace("\\", "") for part in (card.first("N").components)][:2] == [  # type: ignore[union-attr]
        facts.last_name.replace("\\", ""),
        facts.first_name.replace("\\", ""),
    ]
    assert (card.text("TITLE"), card.text("NOTE")) == (facts.title, facts.note)
    assert [each.text for each in card.all("EMAIL")] == [address for address, _ in facts.emails]
    numbers = [each.text.removeprefix("tel:").replace(";ext=", " ext. ") for each in card.all("TEL")]
    assert numbers == [f"{number} ext. {ext}" if ext else number for number, ext, _ in facts.phones]
    if facts.company:
        assert card.first("ORG").components[0] == facts.company  # type: ignore[union-attr]
