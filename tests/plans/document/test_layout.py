"""How the text of a paragraph is laid out."""

from hypothesis import given
from hypothesis import strategies as st

from plans.document.layout import Lines, Table, lay_out


def test_lines_and_blocks_are_kept():
    assert lay_out("One\ntwo\n\nThree") == [Lines(["One", "two"]), Lines(["Three"])]


def test_rows_with_cells_make_a_table():
    assert lay_out("Money:\nYear | Sum\n2026 | £3m\n2027 | £4m") == [
        Lines(["Money:"]),
        Table(["Year", "Sum"], [["2026", "£3m"], ["2027", "£4m"]]),
    ]


def test_rows_of_a_table_have_as_many_cells_each():
    assert lay_out("A | B | C\nd | e") == [Table(["A", "B", "C"], [["d", "e", ""]])]


def test_one_line_with_a_stroke_is_no_table():
    assert lay_out("Either | or") == [Lines(["Either | or"])]


@given(st.text(alphabet="ab |\n", max_size=60))
def test_no_word_is_lost(text):
    laid = [word for block in lay_out(text) for line in rows(block) for word in line.split()]
    assert [word for word in laid if word != "|"] == [w for w in text.split() if w != "|"]


def rows(block):
    return [" ".join(block.head), *map(" ".join, block.rows)] if block.is_table else block.lines
