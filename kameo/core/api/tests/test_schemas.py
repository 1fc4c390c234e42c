"""What every JSON body refuses, whatever it is about."""

import pytest
from pydantic import ValidationError

from kameo.core.api import Body


class Box(Body):
    label: str
    words: list[str] = []
    more: dict[str, object] = {}


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"label": "a\0b"}, "label"),
        ({"label": "a", "words": ["b", "\0"]}, "words"),
        ({"label": "a", "more": {"in": [{"depth": "\0"}]}}, "more"),
    ],
)
def test_a_nul_character_is_refused_where_it_stands(sent, field):
    with pytest.raises(ValidationError) as caught:
        Box(**sent)
    assert [(one["loc"], one["type"]) for one in caught.value.errors()] == [((field,), "nul_character")]


def test_any_other_text_is_taken():
    assert Box(label="\x01 é \\0", words=["b\tc"]).given() == {"label": "\x01 é \\0", "words": ["b\tc"]}
