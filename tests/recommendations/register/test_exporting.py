"""The register as a file: nothing in it runs, and everything in it is what it was."""

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from recommendations.register.exporting import (
    BOM,
    LONGEST,
    Column,
    as_csv,
    cells,
    neutral,
    write_excel,
)
from tests.factories.positions import position

COLUMNS = [
    Column("Reference", 12, lambda p: p.reference),
    Column("Text", 60, lambda p: p.text),
    Column("Raised on", 18, lambda p: p.raised_on),
    Column("Slips", 8, lambda p: p.slips),
    Column("Due on", 18, lambda p: p.due_on),
]


# --- Formulas -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("https://example.org")',
        "+44 1539 000000",
        "-2",
        "@SUM(1)",
        "\tTabbed",
        "\rReturned",
        "\nOn the next line",
        " =1+1",
        "\u00a0=1+1",
        "\u3000=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        " \t\r=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        " ＝1+1",
        "﹦1",
        "﹣1",
        "-",
    ],
)
def test_formula_is_neutralised(text):
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["", "  ", "2026/01", "Para 46(e) = the same", "1-2", "'=1+1", "– a dash", "e@mail.example"],
)
def test_what_is_no_formula_stays(text):
    assert neutral(text) == text


@given(st.text())
def test_neutral_text_never_begins_a_formula_and_keeps_its_words(text):
    found = neutral(text)
    assert found in (text, f"'{text}")
    assert not found.lstrip().startswith(("=", "+", "-", "@"))
    assert neutral(found) == found


def test_figures_and_dates_are_not_touched():
    columns = [Column("Change", 8, lambda p: p.slips - 2), *COLUMNS[2:]]
    found = position(raised_on=date(2026, 6, 12), slips=1)
    assert cells(found, columns) == [-1, date(2026, 6, 12), 1, None]


def test_cells_leave_out_what_a_workbook_refuses():
    text = "Two\x0b lines\x00\ufffe\uffff\ud800\udfff"
    assert cells(position(text=text), COLUMNS[1:2]) == ["Two lines"]


# --- CSV ----------------------------------------------------------------------------------------


def rows_of(positions):
    text = "".join(as_csv(positions, COLUMNS))
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM))))


def test_csv_has_a_line_for_each_under_its_headings():
    one = position(reference="R1", text='Say "more",\nplease – £5.', raised_on=date(2026, 6, 12))
    two = position(reference="R2", text="=1+1", due_on=date(2026, 12, 4), slips=2)
    assert rows_of([one, two]) == [
        ["Reference", "Text", "Raised on", "Slips", "Due on"],
        ["R1", 'Say "more",\nplease – £5.', "2026-06-12", "0", ""],
        ["R2", "'=1+1", "2026-06-12", "2", "2026-12-04"],
    ]


def test_csv_of_nothing_has_its_headings():
    assert len(rows_of([])) == 1


def test_csv_comes_line_by_line():
    def endless():
        while True:
            yield position(reference="R1")

    lines = as_csv(endless(), COLUMNS)
    assert next(lines).startswith(f"{BOM}Reference")
    assert next(lines).startswith("R1")


# --- Excel --------------------------------------------------------------------------------------


def sheet_of(positions, title="Recommendations"):
    file = io.BytesIO()
    write_excel(file, positions, COLUMNS, title=title)
    return load_workbook(file).active


def test_excel_has_dates_as_dates_and_figures_as_figures():
    sheet = sheet_of([position(reference="R1", slips=2, due_on=date(2026, 12, 4))])
    row = sheet[2]
    assert [cell.value for cell in row][2:] == [datetime(2026, 6, 12), 2, datetime(2026, 12, 4)]
    assert row[2].is_date
    assert row[2].number_format == "d mmmm yyyy"


def test_excel_keeps_its_headings_in_sight():
    sheet = sheet_of([position(), position()])
    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert sheet.column_dimensions["B"].width == 60


@pytest.mark.parametrize("text", ["=1+1", " ＝1", "+1", "@x"])
def test_excel_has_no_formula(text):
    cell = sheet_of([position(text=text)])["B2"]
    assert (cell.value, cell.data_type) == (f"'{text}", "s")


# Any character at all, and often one of those that XML has no place for.
REFUSED = st.sampled_from("\0\x0b\x1f\ufffe\uffff\ud800\udfff")
ANY_TEXT = st.lists(st.text() | REFUSED).map("".join)


@given(ANY_TEXT)
def test_any_text_makes_files_that_open_and_keeps_every_word(text):
    found = [position(text=f"{text}end"), position(text=text)]
    assert "end" in "".join(as_csv(found, COLUMNS)).encode().decode()
    sheet = sheet_of(found)
    assert sheet["B2"].value.endswith("end")
    assert sheet["A3"].value == found[1].reference


def test_excel_cuts_what_is_too_long_for_a_cell():
    cell = sheet_of([position(text="x" * 40000)])["B2"]
    assert len(cell.value) == LONGEST
    assert cell.value.endswith("…")


def test_excel_sheet_has_a_title_that_fits():
    title = sheet_of([], title="As known on 20 September 2026: [all/most]").title
    assert title == "As known on 20 September 2026  "


def test_excel_of_nothing_opens():
    assert sheet_of([]).max_row == 1


def test_excel_has_no_error_and_nothing_where_there_is_nothing():
    sheet = sheet_of([position(text="#REF!"), position(text="")])
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("#REF!", "s")
    assert sheet["B3"].value is None
    assert sheet["E2"].value is None
