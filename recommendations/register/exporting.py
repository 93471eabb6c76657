"""The register as a file: exactly what is shown, as CSV or for Excel.

A cell that a spreadsheet would take for a formula is given an apostrophe before it: what people
type, or what was read from a letter, must not run on the machine of whoever opens the file.
Source: OWASP, "CSV Injection".
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import IO, Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .positions import Position

BOM = "\ufeff"
"""Without it Excel reads the file in the letters of its own machine."""
DATE = "d mmmm yyyy"
LONGEST = 32767
"""Characters of one cell of Excel."""

Value = str | int | date | None
_FORMULA = re.compile(r"[=+\-@]")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
# What XML 1.0 has no place for (its section 2.2), and a workbook is XML.
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Column(NamedTuple):
    """A column: its heading, its width in characters, and what it says of a position."""

    heading: str
    width: int
    of: Callable[[Position], Value]


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula. Signs of full width count, and whatever
    stands before them unseen is passed over, as spreadsheets do both."""
    if text[:1].isalnum():  # nearly all: the rest takes its time
        return text
    if text[:1] in ("\t", "\r", "\n"):
        return f"'{text}"
    seen = next((c for c in text if unicodedata.category(c) not in _UNSEEN), "")
    return f"'{text}" if _FORMULA.match(unicodedata.normalize("NFKC", seen)) else text


def cells(position: Position, columns: Sequence[Column]) -> list[Value]:
    """The values of one row: texts neutral, figures and dates as they are."""
    return [
        neutral(_REFUSED.sub("", value)) if isinstance(value, str) else value
        for value in (column.of(position) for column in columns)
    ]


def as_csv(positions: Iterable[Position], columns: Sequence[Column]) -> Iterator[str]:
    """The lines of a CSV file, one at a time; dates as 2026-12-04."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow([column.heading for column in columns])
    yield BOM + line.getvalue()
    for position in positions:
        line.seek(0)
        line.truncate()
        writer.writerow(cells(position, columns))
        yield line.getvalue()


def write_excel(
    file: IO[bytes], positions: Iterable[Position], columns: Sequence[Column], *, title: str
) -> None:
    """Write a workbook of one sheet: headings that stay in sight and can be filtered by, dates
    that are dates. ``title`` is cut to the 31 characters that a sheet's name may have."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", title)[:31])
    sheet.freeze_panes = "B2"
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    bold = Font(bold=True)
    sheet.append([_cell(sheet, column.heading, font=bold) for column in columns])
    # A cell is written as soon as its row is: one for each column serves all rows.
    row = [_cell(sheet, "") for _ in columns]
    number = 1
    for number, position in enumerate(positions, start=2):  # noqa: B007
        values = cells(position, columns)
        sheet.append([_filled(cell, v) for cell, v in zip(row, values, strict=True)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{number}"
    book.save(file)


def _cell(sheet: Any, value: str, **style: Any) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    for name, part in style.items():
        setattr(cell, name, part)
    return cell


def _filled(cell: Any, value: Value) -> Any:
    """The cell with a value; no cell for none."""
    if value is None or value == "":
        return None
    if isinstance(value, str) and len(value) > LONGEST:
        value = f"{value[: LONGEST - 1]}…"
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula or an error, whatever it begins with
    elif isinstance(value, date):
        cell.number_format = DATE
    return cell
