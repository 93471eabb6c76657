"""Recommendation beside response in a table of a Word document."""

from io import BytesIO

from docx import Document as Word

from pcp_scrutiny import documents
from pcp_scrutiny.documents import Block, Document
from recommendations.letters import read_letter
from recommendations.letters.tables import BY_COLUMN_ONLY, NO_RESPONSE

from .bar import Expected, check

HEADER = ("No.", "Recommendation of the Panel", "Commissioner's response")
ROWS = [
    (
        "1",
        "That the Commissioner set a target for answering 999 calls at paragraph 9.",
        "Accepted. The target of ten seconds has been added at paragraph 9(a).",
    ),
    (
        "2",
        "That ward councillors be told of every closure of a police station.",
        "This is already set out in paragraph 22 on page 14.",
    ),
    (
        "3",
        "That the section on fraud be moved forward.",
        "I do not accept this recommendation. Fraud comes after burglary in the order in which"
        " people told me that they worry.",
    ),
    (
        "4",
        "To report twice a year on stop and search, by ward.",
        "Agreed. I will report as the Panel asks, under section 11 of the Police Reform and Social"
        " Responsibility Act 2011. The Plan has been amended at paragraphs 40 and 41(b).",
    ),
]

EXPECTED = [
    Expected(
        "That the Commissioner set",
        "Accepted. The target",
        "paragraph 9(a).",
        "accepted",
        cites=("9(a)",),
        point_cites=("9",),
        number="1",
    ),
    Expected(
        "That ward councillors",
        "This is already set out",
        "page 14.",
        "already covered",
        cites=("22",),
        number="2",
    ),
    Expected("That the section on fraud", "I do not accept", "worry.", "not accepted", number="3"),
    Expected(
        "To report twice a year",
        "Agreed. I will report",
        "41(b).",
        "accepted",
        cites=("40", "41(b)"),
        elsewhere=(("statute", "11"),),
        number="4",
    ),
]


def word_file(rows, *, columns=3) -> documents.Document:
    word = Word()
    for text in ("Date: 9 July 2025", "Our ref: PCC/88", "Dear Members,", "My response follows."):
        word.add_paragraph(text)
    table = word.add_table(rows=0, cols=columns)
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    word.add_paragraph("Yours sincerely")
    word.add_paragraph("Hester Quill")
    saved = BytesIO()
    word.save(saved)
    return documents.read(saved.getvalue(), "response.docx")


def cells(rows, *, table=1) -> tuple[Block, ...]:
    return tuple(
        Block(text, kind="cell", table=table, row=r, column=c)
        for r, row in enumerate(rows, start=1)
        for c, text in enumerate(row, start=1)
        if text
    )


def test_three_column_table_gives_every_pair():
    letter = read_letter(word_file([HEADER, *ROWS]))
    check(letter, EXPECTED)
    assert letter.dated.isoformat() == "2025-07-09"
    assert letter.reference == "PCC/88"
    assert not any(pair.unsure for pair in letter.pairs)


def test_two_column_table_gives_every_pair():
    letter = read_letter(word_file([row[1:] for row in (HEADER, *ROWS)], columns=2))
    assert [pair.point for pair in letter.pairs] == [row[1] for row in ROWS]
    assert [pair.decision for pair in letter.pairs] == [e.decision for e in EXPECTED]


def test_table_with_its_columns_the_other_way_round_is_read_by_its_header():
    swapped = [(number, response, point) for number, point, response in (HEADER, *ROWS)]
    check(read_letter(word_file(swapped)), EXPECTED)


def test_header_repeated_on_the_next_page_is_no_pair():
    check(read_letter(word_file([HEADER, *ROWS[:2], HEADER, *ROWS[2:]])), EXPECTED)


def test_row_that_goes_on_over_a_page_is_joined():
    number, point, response = ROWS[2]
    cut = response.index("the order")
    broken = [
        HEADER,
        *ROWS[:2],
        (number, point, response[:cut].strip()),
        HEADER,
        ("", "", response[cut:]),
        ROWS[3],
    ]
    check(read_letter(word_file(broken)), EXPECTED)


def test_table_cut_in_two_by_a_page_goes_on_under_the_first_header():
    blocks = (*cells([HEADER, *ROWS[:2]]), *cells(ROWS[2:], table=2))
    check(read_letter(Document("", "", blocks)), EXPECTED)


def test_table_without_a_header_is_told_apart_by_voice_and_says_so():
    rows = [
        (
            "The Panel recommends a named officer for each ward.",
            "I agree, and have said so at 9(a).",
        ),
        ("The Panel asks for yearly figures.", "I will bring them to your March meeting."),
    ]
    letter = read_letter(Document("", "", cells(rows)))
    assert [(pair.point, pair.response) for pair in letter.pairs] == rows
    assert {pair.unsure for pair in letter.pairs} == {BY_COLUMN_ONLY}


def test_decision_in_a_column_of_its_own_decides():
    rows = [
        ("Ref", "Recommendation", "Accepted?", "PCC response"),
        ("R1", "That wardens be trained.", "Partially accepted", "Training begins in May."),
        ("R2", "That cameras be replaced.", "Rejected", "They were new in 2023."),
    ]
    letter = read_letter(Document("", "", cells(rows)))
    assert [(p.number, p.decision) for p in letter.pairs] == [
        ("R1", "accepted in part"),
        ("R2", "not accepted"),
    ]


def test_row_without_a_response_is_kept_and_said():
    letter = read_letter(
        Document("", "", cells([HEADER, *ROWS[:1], ("2", "That more be done.", "")]))
    )
    assert [pair.unsure for pair in letter.pairs] == ["", NO_RESPONSE]
    assert letter.pairs[1].decision == ""


def test_table_for_each_point_with_labels_down_the_side_is_read():
    blocks = []
    for table, (number, point, response) in enumerate(ROWS, start=1):
        rows = [(f"Recommendation {number}", point), ("Response", response)]
        blocks.extend(cells(rows, table=table))
    check(read_letter(Document("", "", tuple(blocks))), EXPECTED)


def test_table_of_figures_is_not_taken_for_points():
    rows = [("Year", "Officers", "Cost"), ("2024", "1,204", "£71.2m"), ("2025", "1,236", "£74.0m")]
    assert read_letter(Document("", "", cells(rows))).pairs == ()
