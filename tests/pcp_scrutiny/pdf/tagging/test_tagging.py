"""What goes on over pages is one element, as it is in the HTML."""

import pypdfium2
import pytest

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf import reading
from tests.pcp_scrutiny.pdf.documents import document

ROW = '<tr><th scope="row">Row {0}</th><td>{0} of <a href="#end">them</a></td><td>x</td></tr>'
LONG = (
    "<h1>Long</h1><table><caption>All</caption><thead><tr><th>Name</th><th>What</th><th>Who</th>"
    f"</tr></thead><tbody>{''.join(map(ROW.format, range(60)))}</tbody></table>"
    f"<p>{'Words that go on. ' * 900}</p><ul>{'<li><p>Item</p><p>More</p></li>' * 60}</ul>"
    '<p id="end">End</p>'
)


def read(body: str) -> list[reading.Piece]:
    return reading.pieces(pdf.render(document(body)))


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf.render(document(LONG))


def test_a_table_over_pages_is_one_and_its_head_is_read_once(content):
    (table,) = [p for p in reading.pieces(content) if isinstance(p, reading.Table)]
    assert len(table.rows) == 61
    assert table.rows[0] == ("Name", "What", "Who")
    assert table.headers[:4] == (
        ("Name", "/Column"), ("What", "/Column"), ("Who", "/Column"), ("Row 0", "/Row"),
    )  # fmt: skip
    second = pypdfium2.PdfDocument(content)[1].get_textpage().get_text_bounded()
    assert "Name" in second  # it is still seen there


def test_a_list_over_pages_is_one(content):
    (found,) = [p for p in reading.pieces(content) if isinstance(p, reading.List)]
    assert found.items == ("Item More",) * 60


def test_everything_has_its_place(content):
    assert reading.faults(content) == []


def test_a_row_over_pages_is_one():
    words = "Words that fill cells and go on. " * 200
    (table,) = read(
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>"
        f'<tr style="break-inside: auto"><td>{words}</td><td>{words}</td></tr></tbody></table>'
    )
    assert [tuple(len(cell.split()) for cell in row) for row in table.rows] == [
        (1, 1),
        (1400, 1400),
    ]


def test_lists_inside_lists_are_inside_their_items():
    found = read("<ul><li>A<ol><li>B</li><li>C</li></ol></li><li>D</li></ul>")
    assert found == [reading.List(("A", "D")), reading.List(("B", "C"))]


def test_headings_of_groups_of_rows_are_read_in_their_turn():
    rows = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="2">Group {n}</th></tr>'
        "<tr><td>1</td><td>2</td></tr></tbody>"
        for n in range(5)
    )
    (table,) = read(f"<table><thead><tr><th>A</th><th>B</th></tr></thead>{rows}</table>")
    assert table.headers == (("A", "/Column"), ("B", "/Column"))
    assert [len(row) for row in table.rows] == [2, *[1, 2] * 5]


def test_rows_of_a_table_with_more_headers_than_data_do_without():
    body = '<tr><th scope="row">Added</th><td>3</td></tr>' * 3
    (table,) = read(f"<table><thead><tr><th>Kind</th><th>Places</th></tr></thead>{body}</table>")
    assert [text for text, _ in table.headers] == ["Kind", "Places"]


def test_words_in_another_language_say_so(printed):
    done = printed(
        '<p>It is <span lang="cy">Senedd</span>.</p><section lang="pl"><p>Tak</p></section>'
    )
    found = []
    waiting = [done.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        found += [str(element.Lang)] if "/Lang" in element else []
        kids = element.get("/K", [])
        waiting += [kid for kid in kids if not isinstance(kid, int)]
    assert sorted(found) == ["cy", "pl"]
