"""The record as a workbook, a sheet a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.record import Record
from rashomon.story import Entry
from rashomon.views.exports.cells import fit
from rashomon.views.exports.tables import TABLES, Cell, Row, Table

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as BookCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# The most characters a cell may hold, and the most rows a sheet may have, by the format.
CELL, ROWS = 32_767, 1_048_576
_WIDE = frozenset({"title", "claim", "content", "words", "event", "reason", "problems", "titles", "why joined"})
# A workbook carries the time it was written; a fixed one keeps the same record the same file.
_MOMENT = datetime(2000, 1, 1)


def render(record: Record, log: Sequence[Entry] = ()) -> bytes:
    """An .xlsx file. Every text is written as text, so that none is run as a formula."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "Rashomon"
    book.properties.created = book.properties.modified = _MOMENT
    for table in TABLES.values():
        _sheet(book.create_sheet(table.title), table, table.of(record, log))
    out = io.BytesIO()
    book.save(out)
    return _still(out.getvalue())


def _sheet(sheet: WriteOnlyWorksheet, table: Table, rows: Iterator[Row]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for k, column in enumerate(table.columns, 1):
        # openpyxl's types leave out that a sheet written in one pass has columns too.
        sheet.column_dimensions[get_column_letter(k)].width = 60 if column in _WIDE else 16  # type: ignore[attr-defined]
    head = [_cell(sheet, column) for column in table.columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for number, row in enumerate(rows, 2):
        if number == ROWS:
            sheet.append([_cell(sheet, "more rows than a sheet can hold; the csv and json formats hold them all")])
            break
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> BookCell:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, fit(value, CELL))
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _still(book: bytes) -> bytes:
    """The same workbook with one fixed time on each of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            same = zipfile.ZipInfo(part.filename, (2000, 1, 1, 0, 0, 0))
            same.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(same, old.read(part))
    return out.getvalue()
