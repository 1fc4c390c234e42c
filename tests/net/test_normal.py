"""What two recordings leave out, and what they do not."""

from __future__ import annotations

from tests.net.normal import html_lines
from tests.net.schema import schema_lines, seed_lines


def test_space_beside_blocks_is_not_seen() -> None:
    assert html_lines('<div\n class="a"> <p>One</p>\n</div>') == html_lines('<div class="a"><p> One </p></div>')


def test_space_between_words_is_seen() -> None:
    assert html_lines("<p><b>a</b> <i>b</i></p>") != html_lines("<p><b>a</b><i>b</i></p>")


def test_space_in_a_text_area_is_seen() -> None:
    assert html_lines("<textarea>a  b</textarea>") != html_lines("<textarea>a b</textarea>")


def test_order_of_columns_is_not_seen() -> None:
    one = "CREATE TABLE public.t (\n    a bigint NOT NULL,\n    b text\n);\n"
    other = "--\nCREATE TABLE public.t (\n    b text,\n    a bigint NOT NULL\n);\n"
    assert schema_lines(one) == schema_lines(other) != schema_lines(one.replace("text", "date"))


def test_made_names_are_not_seen() -> None:
    index = "CREATE INDEX t_a_id_{} ON public.t USING btree (a_id);\n"
    assert schema_lines(index.format("0a1b2c3d")) == schema_lines(index.format("9f8e7d6c"))


def test_order_of_seeds_is_not_seen() -> None:
    assert seed_lines('{"table": "t", "a": 1}\n{"table": "t", "a": 2}') == {"t": '{"a": 1}\n{"a": 2}'}
