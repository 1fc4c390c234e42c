"""Amounts as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from kameo.core.ui.inputs import AmountField, plain_number


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("240 000", "240000"),
        ("1\u202f234,56\u00a0€", "1234.56"),
        ("1234.56", "1234.56"),
        ("−12,5", "-12.5"),
        ("1’250", "1250"),
        ("18 %", "18"),
    ],
)
def test_french_amounts(typed, expected):
    with translation.override("fr"):
        assert plain_number(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("1,234.56", "1234.56"), ("1,234", "1234"), ("12,5", "12.5"), ("£3", "3")]
)
def test_english_amounts(typed, expected):
    with translation.override("en"):
        assert plain_number(typed) == expected


def test_what_cannot_be_read_comes_back_as_typed():
    class Form(forms.Form):
        amount = AmountField()

    form = Form({"amount": "deux cents"})
    assert not form.is_valid()
    assert 'value="deux cents"' in str(form["amount"])


def test_a_stored_amount_is_shown_with_its_comma():
    with translation.override("fr"):
        assert AmountField().prepare_value(Decimal("1234.50")) == "1234,5"
        assert AmountField().prepare_value(Decimal("1000")) == "1000"
