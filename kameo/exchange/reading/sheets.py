"""Spreadsheets (XLSX, XLS, ODS) through calamine: cells keep the type their author gave them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from .errors import ReadingError
from .marks import N_
from .recognised import Recognised
from .records import Record
from .values import Cell


def open_workbook(path: Path) -> CalamineWorkbook:
    """Errors: file_protected, spreadsheet_unreadable."""
    try:
        return CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise ReadingError("file_protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise ReadingError("spreadsheet_unreadable", detail=str(error)[:200]) from error


def recognise_sheet(workbook: CalamineWorkbook, chosen: str | None) -> Recognised[str]:
    """The chosen sheet, else the visible one with most rows. Errors: sheet_missing, file_empty."""
    names = tuple(workbook.sheet_names)
    if chosen is not None:
        if chosen not in names:
            raise ReadingError("sheet_missing", name=chosen, sheets=", ".join(names))
        return Recognised(chosen, "chosen", "", candidates=names)
    visible = [meta.name for meta in workbook.sheets_metadata if meta.visible == SheetVisibleEnum.Visible]
    heights = {name: _height(workbook, name) for name in (visible or names)}
    if not any(heights.values()):
        raise ReadingError("file_empty")
    best = max(heights, key=lambda name: heights[name])
    if len(heights) == 1:
        return Recognised(best, "certain", N_("It is the only sheet."), candidates=names)
    why = N_("It is the sheet with most rows ({rows}).")
    return Recognised(best, "likely", why, {"rows": heights[best]}, names)


def _height(workbook: CalamineWorkbook, name: str) -> int:
    try:
        return workbook.get_sheet_by_name(name).total_height
    except CalamineError:
        # A chart sheet has a name but no cells.
        return 0


def read_sheet(workbook: CalamineWorkbook, name: str) -> Iterator[Record]:
    """Rows with their number as the spreadsheet shows it."""
    sheet = workbook.get_sheet_by_name(name)
    # `iter_rows` starts at A1 with empty rows before the first used one, so numbers agree.
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield Record(number, [_plain_cell(cell) for cell in row])


def _plain_cell(cell: Cell) -> Cell:
    """Whole numbers as integers (a SIREN is not 732829320.0), no null character in text."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    if isinstance(cell, str) and "\0" in cell:
        return cell.replace("\0", "")
    return cell
