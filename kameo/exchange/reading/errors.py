"""The reasons why a file cannot be read: a stable code, a sentence and a remedy."""

from __future__ import annotations

from typing import Any

from .marks import N_

MESSAGES: dict[str, tuple[str, str]] = {
    "file_missing": (N_("The file “{name}” does not exist."), N_("Check the path.")),
    "file_empty": (N_("The file is empty."), N_("Export it again from its application.")),
    "file_too_large": (N_("The file is larger than {limit_mb} MB once unpacked."), N_("Cut it in several files.")),
    "file_binary": (N_("This is not a table: the file is {what}."), N_("Export the table as CSV, XLSX, XLS or ODS.")),
    "file_protected": (N_("The spreadsheet is protected by a password."), N_("Save a copy without a password.")),
    "file_html": (
        N_("The file is a web page that carries a spreadsheet's name."),
        N_("Open it in a spreadsheet application and save it as XLSX."),
    ),
    "spreadsheet_unreadable": (
        N_("The spreadsheet cannot be opened: {detail}"),
        N_("Open it in a spreadsheet application and save it again."),
    ),
    "cards_unreadable": (N_("The cards cannot be read: {detail}"), N_("Export them again, as vCard 3.0 or 4.0.")),
    "archive_ambiguous": (N_("The archive holds {count} files."), N_("Unpack it and import one table at a time.")),
    "sheet_missing": (N_("There is no sheet “{name}”; the file has: {sheets}."), N_("Name one of these sheets.")),
    "encoding_unknown": (N_("“{name}” is not an encoding."), N_("Use for example utf-8, cp1252 or utf-16.")),
    "encoding_mismatch": (
        N_("The file cannot be read as {name}: byte {position} does not belong to it."),
        N_("Let Kameo recognise the encoding, or name another one."),
    ),
    "line_too_long": (
        N_("Line {line} is longer than {limit} characters."),
        N_("The file is probably not a table, or a quotation mark is never closed."),
    ),
    "header_row_missing": (N_("There is no line {line} to take the column names from."), N_("Choose another line.")),
    "no_rows": (N_("The file has column names but no row."), N_("Export it again with its rows.")),
}


class ReadingError(Exception):
    """The file as a whole cannot be read. `code` is stable; `params` fill the sentences."""

    def __init__(self, code: str, **params: Any) -> None:
        self.code = code
        self.params = params
        self.message, self.remedy = MESSAGES[code]
        super().__init__(self.message.format(**params))
