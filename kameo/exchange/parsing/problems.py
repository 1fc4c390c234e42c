"""The problems of a cell or a row: stable codes, sentences, remedies."""

from __future__ import annotations

from typing import Any

from kameo.exchange.reading.marks import N_

MESSAGES: dict[str, tuple[str, str]] = {
    "required_missing": (N_("{field} is missing."), N_("Fill it in, or leave the row out.")),
    "column_unknown": (
        N_("The file has no column called “{value}”."),
        N_("Check its name in the mapping: capitals and accents count."),
    ),
    "too_many_cells": (
        N_("The row has more values than there are columns."),
        N_("A separator stands inside a value: put the value between quotation marks."),
    ),
    "unbalanced_quote": (
        N_("A quotation mark is opened and never closed."),
        N_("Close the quotation mark, or remove it."),
    ),
    "stray_quote": (N_("A lone quotation mark was read as part of the text."), N_("Check the text.")),
    "card_unfinished": (N_("The card has no end."), N_("Export it again: the file was cut short.")),
    "card_group": (N_("The card is a group, not a person."), N_("Nothing to do: each member has a card of their own.")),
    "card_several_jobs": (
        N_("The card names several companies: the first one is taken."),
        N_("Add the other positions on the person's sheet."),
    ),
    "date_unreadable": (
        N_("“{value}” is not a date ({order} expected)."),
        N_("Write it like 2026-03-31, or change the date order."),
    ),
    "amount_unreadable": (
        N_("“{value}” is not an amount."),
        N_("Write it like 1234.50, or change the decimal separator."),
    ),
    "number_unreadable": (N_("“{value}” is not a whole number."), N_("Write only digits.")),
    "siren_invalid": (N_("“{value}” is not a valid SIREN."), N_("A SIREN has 9 digits and a control key.")),
    "siret_invalid": (N_("“{value}” is not a valid SIRET."), N_("A SIRET has 14 digits and a control key.")),
    "vat_invalid": (N_("“{value}” is not a valid VAT number."), N_("A French one reads like FR44732829320.")),
    "naf_invalid": (N_("“{value}” is not a NAF code."), N_("A NAF code reads like 47.11F.")),
    "email_invalid": (N_("“{value}” is not an e-mail address."), N_("Correct it or leave it empty.")),
    "url_invalid": (N_("“{value}” is not a web address."), N_("Correct it or leave it empty.")),
    "country_unknown": (N_("“{value}” is not a country Kameo knows."), N_("Use its name or its code, like FR.")),
    "currency_unknown": (N_("“{value}” is not a currency."), N_("Use a code such as EUR or USD.")),
    "boolean_unreadable": (N_("“{value}” is neither yes nor no."), N_("Write yes or no.")),
    "word_unknown": (N_("“{value}” is none of: {words}."), N_("Use one of these words or leave it empty.")),
    "reference_unknown": (
        N_("Nothing that you see is called “{value}”: it is left out."),
        N_("Check the name, or add it first."),
    ),
    "value_refused": (N_("“{value}” does not fit: it is left out. {why}"), N_("Correct it or leave it empty.")),
    "too_long": (N_("The text is longer than {limit} characters."), N_("Shorten it.")),
}


class CellError(ValueError):
    """A cell cannot be read as what its column holds."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
