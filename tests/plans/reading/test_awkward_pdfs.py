"""PDFs as designers set them: contents, running headers, boxes, tables, columns."""

import pytest

from pcp_scrutiny import documents
from plans.reading import PlanText, read_plan
from plans.reading.assembly import IN_A_BOX
from tests.pcp_scrutiny.documents import files

from . import settings
from .truths import Writer

WRITER = Writer(42)
TEXTS = [WRITER.text() for _ in range(24)]
LONG = [" ".join(WRITER.text() for _ in range(3)) for _ in range(24)]


def plan(html: str, css: str = "") -> PlanText:
    return read_plan(documents.read(files.pdf(html, settings.CSS + css), "plan.pdf"))


def numbered(first: int, last: int, texts: list[str] = TEXTS) -> str:
    return "".join(f"<p>{n}. {texts[n]}</p>" for n in range(first, last + 1))


def outline(read: PlanText) -> list[tuple[str, ...]]:
    return [(p.label, *p.heading) for p in read.paragraphs]


def assert_whole(read: PlanText, texts: list[str] = TEXTS) -> None:
    """Every numbered paragraph has its own words, and all of them."""
    for p in read.paragraphs:
        if p.label:
            assert p.text == texts[int(p.label)]


CHAPTERS = (
    f"<h2>Foreword</h2><p>{TEXTS[0]}</p><h2>Visible Policing</h2>{numbered(1, 3)}"
    f"<h2>Priority Two: Rural Crime and the Farms of the County</h2>{numbered(4, 6)}"
)
EXPECTED = [
    ("", "Foreword"),
    *((str(n), "Visible Policing") for n in (1, 2, 3)),
    *((str(n), "Priority Two: Rural Crime and the Farms of the County") for n in (4, 5, 6)),
]
ENTRIES = (
    ("Foreword", 3),
    ("Visible Policing", 4),
    ("Priority Two: Rural Crime and the Farms of the County", 6),
)
ENTRY = {
    "after": "<p class=e><span>{name}</span><span>{page}</span></p>",
    "before": "<p>{page} &nbsp; {name}</p>",
    "run on": "<p>{name} {page}</p>",
    "none": "<p>{name}</p>",
    "wrapped": "<p style='width:5cm'>{name} {page}</p>",
}


@pytest.mark.parametrize("heading", ["<h2>Contents</h2>", "<p>Cynnwys</p>"])
@pytest.mark.parametrize("entry", ENTRY)
def test_contents_list_is_left_out_however_it_is_set(entry, heading):
    toc = "".join(ENTRY[entry].format(name=name, page=page) for name, page in ENTRIES)
    html = f"<h1>Harbour Plan</h1><section>{heading}{toc}</section>{CHAPTERS}"
    css = ".e {display: flex; justify-content: space-between} section {break-after: page}"
    read = plan(html, css)
    assert outline(read) == EXPECTED
    assert read.title == "Harbour Plan"
    assert_whole(read)


def test_contents_list_without_a_heading_is_left_out():
    toc = "".join(ENTRY["after"].format(name=name, page=page) for name, page in ENTRIES)
    css = ".e {display: flex; justify-content: space-between} section {break-after: page}"
    read = plan(f"<h1>Harbour Plan</h1><section>{toc}</section>{CHAPTERS}", css)
    assert outline(read) == EXPECTED


def test_list_of_priorities_that_come_again_as_headings_is_kept():
    names = ("Visible Policing", "Rural Crime", "Safer Roads")
    listed = "".join(f"<li>{name}" for name in names)
    chapters = "".join(f"<h2>{name}</h2>{numbered(n, n)}" for n, name in enumerate(names, start=1))
    read = plan(f"<h2>Summary</h2><p>I have three priorities:</p><ul>{listed}</ul>{chapters}")
    assert all(f"• {name}" in read.paragraphs[0].text for name in names)
    assert [p.label for p in read.paragraphs] == ["", "1", "2", "3"]


def test_running_headers_with_the_chapters_names_are_left_out():
    names = ("Visible Policing", "Rural Crime", "Safer Roads", "Victims", "Money")
    pages = "".join(
        f"<section><h2>{name}</h2>{numbered(3 * n + 1, 3 * n + 3)}</section>"
        for n, name in enumerate(names)
    )
    css = (
        "h2 {string-set: name content()} section {break-after: page}"
        "@page :left {@top-left {content: counter(page) '   Harbour Plan'}}"
        "@page :right {@top-right {content: string(name) '   ' counter(page)}}"
    )
    read = plan(pages, css)
    assert outline(read) == [
        (str(3 * n + k), name) for n, name in enumerate(names) for k in (1, 2, 3)
    ]
    assert_whole(read)


@pytest.mark.parametrize(
    "number",
    [
        "counter(page)",
        "counter(page, lower-roman)",
        "'Page ' counter(page) ' of ' counter(pages)",
        "'- ' counter(page) ' -'",
        "counter(page) ' | Harbour Plan 2027'",
    ],
)
def test_page_numbers_are_left_out(number):
    pages = "".join(f"<section>{numbered(4 * n + 1, 4 * n + 4)}</section>" for n in range(5))
    css = f"section {{break-after: page}} @page {{@bottom-center {{content: {number}}}}}"
    read = plan(pages, css)
    assert [(p.label, p.page) for p in read.paragraphs] == [
        (str(n), (n + 3) // 4) for n in range(1, 21)
    ]
    assert_whole(read)


def test_chapters_that_begin_on_the_page_of_their_number_keep_their_headings():
    pages = "".join(
        f"<section><h2>{n}. Chapter</h2><p>{TEXTS[n]}</p></section>" for n in range(1, 6)
    )
    read = plan(pages, "section {break-after: page}")
    assert [p.heading for p in read.paragraphs] == [(f"{n}. Chapter",) for n in range(1, 6)]


def test_three_columns_are_read_one_after_the_other():
    html = f"<h1>Harbour Plan</h1><main>{numbered(1, 20, LONG)}</main>"
    read = plan(html, "main {columns: 3; column-gap: 7mm} body {font-size: 9pt}")
    assert [p.label for p in read.paragraphs] == [str(n) for n in range(1, 21)]
    assert_whole(read, LONG)


def test_headings_across_the_page_part_the_columns():
    parts = "".join(
        f"<h2>{name}</h2><main>{numbered(6 * n + 1, 6 * n + 6, LONG)}</main>"
        for n, name in enumerate(("Visible Policing", "Rural Crime", "Safer Roads"))
    )
    read = plan(f"{parts}<p>19. {LONG[19]}</p>", "main {columns: 2; column-gap: 7mm}")
    assert [p.label for p in read.paragraphs] == [str(n) for n in range(1, 20)]
    assert read.paragraphs[6].heading == ("Rural Crime",)
    assert_whole(read, LONG)


def test_box_that_text_runs_around_is_kept_apart_and_marked():
    box = f"<aside><b>Case study</b><br>{TEXTS[20]}</aside>"
    html = f"<h2>Aims</h2>{numbered(1, 1, LONG)}{box}{numbered(2, 6, LONG)}"
    read = plan(html, "aside {float: right; width: 5cm; margin-left: 5mm; font-size: 9pt}")
    assert [p.label for p in read.paragraphs if p.label] == [str(n) for n in range(1, 7)]
    assert_whole(read, LONG)
    boxes = [p for p in read.paragraphs if not p.label]
    assert [(" ".join(p.text.split()), p.unsure) for p in boxes] == [
        (f"Case study {TEXTS[20]}", IN_A_BOX)
    ]


TABLE = "table {border-collapse: collapse; width: 100%} td, th {padding: 4pt; text-align: left}"
TOP = "td {vertical-align: top}"


def test_table_whose_cells_run_over_lines_is_read_row_by_row():
    cells = [(WRITER.item(), WRITER.sentence(2), f"{n}0%") for n in range(1, 5)]
    body = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in cells)
    head = "<tr><th>Measure<th>What we count<th>Target</tr>"
    read = plan(f"{numbered(1, 2)}<table>{head}{body}</table>{numbered(3, 4)}", TABLE + TOP)
    assert [p.label for p in read.paragraphs] == ["1", "2", "3", "4"]
    rows = ["Measure | What we count | Target", *(" | ".join(row) for row in cells)]
    assert read.paragraphs[1].text == "\n".join([TEXTS[2], *rows])
    assert read.paragraphs[2].text == TEXTS[3]


def test_plan_laid_out_as_a_table_is_read_by_its_numbers():
    body = "".join(f"<tr><td>{n}.</td><td>{TEXTS[n]}</td><td>Chief</td></tr>" for n in (1, 2, 3))
    head = "<tr><th>No.<th>What we will do<th>Lead</tr>"
    read = plan(f"<h2>Aims</h2><table>{head}{body}</table>", TABLE + TOP)
    assert [(p.label, p.text) for p in read.paragraphs if p.label] == [
        (str(n), f"{TEXTS[n]} | Chief") for n in (1, 2, 3)
    ]


def test_numbers_in_the_margin_are_no_table():
    read = plan(
        "".join(f"<p class=p><span class=n>{n}</span>{TEXTS[n]}</p>" for n in range(1, 7)),
        settings.HANGING,
    )
    assert [p.label for p in read.paragraphs] == [str(n) for n in range(1, 7)]
    assert_whole(read)


def test_bullets_of_two_depths_stay_with_their_paragraph():
    html = (
        f"<p>1. The police will:</p><ul><li>{TEXTS[1]}<li>Second<ul><li>Deeper</ul></ul>"
        f"<p>2. {TEXTS[2]}</p>"
    )
    read = plan(html)
    assert [p.label for p in read.paragraphs] == ["1", "2"]
    assert read.paragraphs[0].text.split("\n") == [
        "The police will:", f"• {TEXTS[1]}", "• Second", "• Deeper"
    ]  # fmt: skip


def test_numbers_beyond_a_thousand_are_paragraphs_and_years_are_not():
    texts = [f"It began in the year 2012. 2013. {WRITER.text()}" for _ in range(40)]
    html = "".join(f"<p>{n}. {text}</p>" for n, text in enumerate(texts, start=998))
    assert [p.label for p in plan(html, "p {margin: 0}").paragraphs] == [
        str(n) for n in range(998, 1038)
    ]
