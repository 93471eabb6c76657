"""Word documents with everything in them that Word has, and text that lost what it had."""

import pytest

from pcp_scrutiny import documents
from plans.reading import PlanText, read_plan
from plans.reading.assembly import IN_A_BOX
from tests.pcp_scrutiny.documents import files
from tests.pcp_scrutiny.documents.files import paragraph as p
from tests.pcp_scrutiny.documents.files import run

from . import settings

LISTS = (
    files.definition(
        1,
        files.level(0, "decimal", "%1."),
        files.level(1, "lowerLetter", "(%2)"),
        files.level(2, "lowerRoman", "(%3)"),
    )
    + files.definition(
        2,
        files.level(0, "decimal", "%1"),
        files.level(1, "decimal", "%1.%2"),
        files.level(2, "decimal", "%1.%2.%3"),
    )
    + files.definition(3, files.level(0, "bullet", "•"), files.level(1, "bullet", "o"))
    + files.definition(4, files.level(0, "decimal", "A%1."))
    + "".join(files.listed(n, n) for n in (1, 2, 3, 4))
    + files.listed(5, 1, files.start_override(0, 1))
)


def plan(body: str, **parts: str) -> PlanText:
    parts = {"styles": settings.STYLES, "numbering": LISTS, **parts}
    return read_plan(documents.read(files.word(body, **parts), "plan.docx"))


def head(text: str, level: int = 1) -> str:
    return p(text, style=f"Heading{level}")


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    return p(text, numbered=(list_id, level))


def box(content: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></w:r>"


def texts(read: PlanText) -> list[tuple[str, str]]:
    return [(paragraph.label, paragraph.text) for paragraph in read.paragraphs]


def test_text_box_is_kept_apart_and_marked():
    aside = box(head("Case study", 2) + p("A boat was found."))
    read = plan(
        head("Aims")
        + p(run("First thing, ") + aside + run("done."), numbered=(1, 0))
        + item("Second thing.")
    )
    assert texts(read) == [
        ("1", "First thing, done."),
        ("", "Case study\nA boat was found."),
        ("2", "Second thing."),
    ]
    assert [x.unsure for x in read.paragraphs] == ["", IN_A_BOX, ""]
    assert {x.heading for x in read.paragraphs} == {("Aims",)}


def test_plan_set_in_text_boxes_is_read_as_a_plan():
    read = plan(
        p(box(p("Safety comes first.") + p("1. We light the quays.")))
        + p(box(p("2. We watch them.")))
    )
    assert texts(read) == [
        ("", "Safety comes first."),
        ("1", "We light the quays."),
        ("2", "We watch them."),
    ]
    assert not any(x.unsure for x in read.paragraphs)


def test_numbered_headings_keep_their_numbers_in_the_path():
    read = plan(
        p("Aims", style="Heading1", numbered=(2, 0))
        + p("Victims", style="Heading2", numbered=(2, 1))
        + item("They are heard.", 2, 2)
        + p("Roads", style="Heading2", numbered=(2, 1))
        + item("They are safe.", 2, 2)
    )
    assert [(x.label, x.heading) for x in read.paragraphs] == [
        ("1.1.1", ("1 Aims", "1.1 Victims")),
        ("1.2.1", ("1 Aims", "1.2 Roads")),
    ]
    assert read.title == ""


def test_numbering_that_only_a_style_holds_is_read():
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = settings.STYLES + files.style("Numbered", paragraph=numbered)
    read = plan(p("We aim.", style="Numbered") + p("We act.", style="Numbered"), styles=styles)
    assert texts(read) == [("1", "We aim."), ("2", "We act.")]


def test_changes_are_read_as_accepted():
    deleted = "<w:del><w:r><w:delText>old words </w:delText></w:r></w:del>"
    changed = f"<w:ins>{run('New words ')}</w:ins>{deleted}{run('stay.')}"
    assert texts(plan(p(changed, numbered=(1, 0)))) == [("1", "New words stay.")]


def test_content_controls_and_notes_are_read_where_they_stand():
    control = f"<w:sdt><w:sdtContent>{item('In a control.')}</w:sdtContent></w:sdt>"
    noted = run("With a note.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{p("See the survey.")}</w:footnote>'
    assert texts(plan(control + p(noted, numbered=(1, 0)), footnotes=note)) == [
        ("1", "In a control."),
        ("2", "With a note. [Footnote 1: See the survey.]"),
    ]


def test_tables_within_tables_stay_with_the_paragraph_above():
    inner = files.table(files.row("2027", "90%"), files.row("2028", "95%"))
    outer = files.table(files.row("Measure", "Target"), files.row("Calls", files.cell(inner + p())))
    assert texts(plan(item("We count.") + outer + item("We stop."))) == [
        ("1", "We count.\nMeasure | Target\nCalls | 2027 | 90% 2028 | 95%"),
        ("2", "We stop."),
    ]


def test_plan_laid_out_as_a_table_with_bare_numbers():
    rows = (("1", "We light the quays."), ("2", "We watch:"), ("2(a)", "by night."))
    table = files.table(files.row("No", "Paragraph"), *(files.row(*cells) for cells in rows))
    assert texts(plan(head("Aims") + table)) == [("", "No | Paragraph"), *rows]


def test_table_of_years_stays_a_table():
    table = files.table(
        files.row("Year", "Cost"), files.row("2027", "£5m"), files.row("2028", "£6m")
    )
    assert texts(plan(item("We spend.") + table)) == [
        ("1", "We spend.\nYear | Cost\n2027 | £5m\n2028 | £6m")
    ]


def test_contents_typed_by_hand_is_left_out():
    entries = "".join(
        p(f"{name} ... {n}") for n, name in enumerate(("Aims", "Roads", "Victims"), 2)
    )
    chapters = "".join(head(n) + item(f"We see to {n}.") for n in ("Aims", "Roads", "Victims"))
    read = plan(p("Harbour Plan", style="Title") + p("Contents") + entries + chapters)
    assert [x.heading for x in read.paragraphs] == [("Aims",), ("Roads",), ("Victims",)]


def test_annexes_with_numbers_of_their_own():
    read = plan(
        head("Aims") + item("One.") + item("Two.")
        + head("Annex A") + item("First.", 0, 4) + item("Second.", 0, 4)
        + head("Annex B") + item("First of B.", 0, 5) + item("Second of B.", 0, 5)
    )  # fmt: skip
    assert [x.label for x in read.paragraphs] == ["1", "2", "A1", "A2", "1", "2"]
    assert [x.unsure for x in read.paragraphs if x.unsure] == [
        "The numbers begin again here: 1 to 2 are used before as well under “Aims”."
    ]
    assert any("begin again under “Annex B”" in problem for problem in read.problems)


# --- Text that lost its shape -------------------------------------------------------------------


def pasted(words: str) -> PlanText:
    return read_plan(documents.read_text(words))


def test_headings_without_white_around_them_are_found():
    read = pasted(
        "1. The first thing that we will do is to light the quays and to\nwatch them at night.\n"
        "VISIBLE POLICING\n2. Officers will walk the streets of all the towns in the county\n"
        "by day and by night.\nRural Crime\n3. Farms are visited by officers who know them well.\n"
    )
    assert [(x.label, x.heading) for x in read.paragraphs] == [
        ("1", ()),
        ("2", ("VISIBLE POLICING",)),
        ("3", ("VISIBLE POLICING", "Rural Crime")),
    ]
    assert read.paragraphs[0].text.endswith("watch them at night.")


def test_line_that_may_be_a_heading_is_marked_where_headings_are_styled():
    read = plan(head("Aims") + item("One.") + p("An odd line of text") + item("Two."))
    assert read.paragraphs[0].unsure == (
        "“An odd line of text” stands on a line of its own after 1: it may be a heading."
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("A1. One.\nA2. Two.", ["A1", "A2"]),
        ("A.1 One here.\nA.2 Two here.", ["A.1", "A.2"]),
        ("A1.1\tOne.\nA1.2\tTwo.", ["A1.1", "A1.2"]),
        ("B11. One.\n(a) more.\nB12. Two.", ["B11", "B11(a)", "B12"]),
        ("49. So:\n49.b Act:\n(i) now;\n(ii) then.", ["49", "49.b", "49.b(i)", "49.b(ii)"]),
        ("Paragraff 1. Un.\nParagraff 2. Dau.", ["1", "2"]),
        ("1. We will drive on the\nA66 Westbound and the\nM6 Northbound.\n2. End.", ["1", "2"]),
    ],
)
def test_labels_of_annexes_and_printed_forms(lines, expected):
    assert [x.label for x in pasted(lines).paragraphs] == expected


def test_list_of_more_than_a_to_z_goes_on_with_aa():
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
    read = pasted("1. We will:\n" + "\n".join(f"({x}) act on {x};" for x in letters))
    assert [x.label for x in read.paragraphs] == ["1", *(f"1({x})" for x in letters)]
    assert not any(x.unsure for x in read.paragraphs)
