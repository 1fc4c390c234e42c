"""Every kind cleans what it is given, keeps it in JSON and reads it back, and says it in words."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kameo.core.kinds import (
    ChoiceKind,
    DayKind,
    FlagKind,
    LongTextKind,
    MailKind,
    MomentKind,
    MoneyKind,
    NumberKind,
    SeveralKind,
    TagsKind,
    TextKind,
    UrlKind,
    ValueKind,
    WholeKind,
)
from kameo.core.kinds.api import given as api_given
from kameo.core.kinds.api import taken
from kameo.core.kinds.forms import form_field
from kameo.core.kinds.values import KindError

SIZES = (("s", "Small"), ("l", "Large"))
SAMPLES: list[tuple[ValueKind, Any]] = [
    (TextKind(), "Valmorin"),
    (LongTextKind(), "Deux\nlignes"),
    (MailKind(), "a.roux@valmorin.example"),
    (UrlKind(), "https://valmorin.example"),
    (NumberKind(), Decimal("12.50")),
    (WholeKind(), 12),
    (MoneyKind(), Decimal("240000.00")),
    (DayKind(), date(2026, 12, 31)),
    (MomentKind(), datetime(2026, 12, 31, 9, 30, tzinfo=UTC)),
    (FlagKind(), True),
    (ChoiceKind(SIZES), "s"),
    (SeveralKind(SIZES), ["s", "l"]),
    (TagsKind(), ["rail", "hygiène"]),
]


@pytest.mark.parametrize(("kind", "value"), SAMPLES, ids=lambda one: type(one).__name__)
def test_a_clean_value_stays_as_it_is_through_json(kind: ValueKind, value: Any) -> None:
    assert kind.clean(value) == value
    assert kind.load(json.loads(json.dumps(kind.dump(value)))) == value


@pytest.mark.parametrize(("kind", "value"), SAMPLES, ids=lambda one: type(one).__name__)
def test_each_kind_has_a_type_in_json(kind: ValueKind, value: Any) -> None:
    assert taken(kind) is not None
    assert api_given(kind) is not None


@pytest.mark.parametrize("kind", [kind for kind, _value in SAMPLES if not isinstance(kind, MomentKind)])
def test_each_kind_has_a_control(kind: ValueKind) -> None:
    field = form_field(kind, label="Word", required=False)
    assert isinstance(field, forms.Field)
    assert field.label == "Word"
    assert not field.required


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (TextKind(limit=3), "four"),
        (NumberKind(), "twelve"),
        (NumberKind(), "NaN"),
        (NumberKind(high=Decimal(100)), "100.01"),
        (NumberKind(low=Decimal(0)), "-0.01"),
        (DayKind(), "31/02/2026"),
        (DayKind(), "0001-01-01"),
        (MailKind(), "a.roux@"),
        (UrlKind(), "javascript:alert(1)"),
        (ChoiceKind(SIZES), "m"),
        (SeveralKind(SIZES), ["s", "m"]),
        (TagsKind(), [str(number) for number in range(51)]),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_words(kind: ValueKind, value: Any) -> None:
    with pytest.raises(KindError, match=r"\w"):
        kind.clean(value)


def test_retired_choices_keep_their_words_and_are_not_offered() -> None:
    kind = ChoiceKind(lambda: SIZES, retired=lambda: [("m", "Medium")])
    assert kind.words("m") == "Medium"
    assert kind.clean("m") == "m"
    assert ("m", "Medium") not in kind.offered()


def test_words_follow_the_language() -> None:
    with translation.override("fr"):
        assert NumberKind(unit="m²").words(Decimal("1234.50")) == "1\u202f234,50 m²"
        assert WholeKind().words(1234) == "1\u202f234"


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_numbers_are_exact_through_json(number: Decimal) -> None:
    kind = NumberKind()
    assert kind.load(kind.dump(kind.clean(number))) == number


@given(st.text(max_size=200))
def test_a_text_is_cleaned_once(text: str) -> None:
    for kind in (TextKind(), LongTextKind()):
        assert kind.clean(kind.clean(text)) == kind.clean(text)
