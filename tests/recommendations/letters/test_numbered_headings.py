"""A heading with a number for each point, then the point, then the response."""

from docx import Document as Word

from pcp_scrutiny.documents import Block, Document
from recommendations.letters import read_letter
from recommendations.letters.pairs import HEADING_ONLY

from .bar import Expected, check

PARAGRAPHS = [
    "Office of the Police, Fire and Crime Commissioner for Wendshire",
    "Ref: PFCC/PCP/31",
    "14th February 2025",
    "Dear Chair,",
    "Draft Police, Fire and Crime Plan: my reply to the report of the Panel",
    "I am obliged to members for the trouble they have taken. I reply under the headings of the"
    " report.",
    "1. Visible policing",
    "The Panel would like to see a minimum number of hours on foot in every market town, and"
    " suggests that paragraph 12(c) say so.",
    "I understand the wish behind this. Hours on foot follow demand, however, and I am unable to"
    " accept a fixed minimum.",
    "I have reworded paragraph 12(c) so that inspectors explain their use of time to the public.",
    "2. Speeding in villages",
    "Concern was expressed that community speed watch is mentioned only on page 9 of the draft.",
    "Speed watch now has a section to itself: see paragraph 31, section B.",
    "3. The Aldergate counter",
    "Members asked why its opening hours differ from those given at 4.2.1 (page 17).",
    "The hours given there were out of date. They have been corrected.",
    "4. Reserves",
    "It was queried whether the reserves comply with section 26 of the Local Government Act 2003.",
    "My Chief Finance Officer confirms that they do, in his report of 3 January (paragraph 9). It"
    " is not a matter for the Plan and no change is proposed.",
    "5. Barn fires",
    "I share the worry about these, and will look at them when the Plan is next reviewed.",
    "6. Water safety",
    "The teaching of water safety in schools should be included in the Plan.",
    "Agreed. Please see paragraphs 61 to 63.",
    "Thank you once again for a helpful report. Should members have further questions, my office"
    " will be glad to answer them.",
    "Yours faithfully",
    "Jonah Pell",
]

EXPECTED = [
    Expected(
        "The Panel would like to see",
        "I understand the wish",
        "time to the public.",
        "accepted in part",
        cites=("12(c)",),
        point_cites=("12(c)",),
        number="1",
    ),
    Expected(
        "Concern was expressed",
        "Speed watch now has",
        "section B.",
        "accepted",
        cites=("31 B",),
        point_cites=("page 9",),
        number="2",
    ),
    Expected(
        "Members asked why",
        "The hours given there",
        "been corrected.",
        "accepted",
        point_cites=("4.2.1",),
        number="3",
    ),
    Expected(
        "It was queried whether",
        "My Chief Finance Officer",
        "no change is proposed.",
        "not accepted",
        elsewhere=(("report", "9"),),
        number="4",
    ),
    Expected("Barn fires", "I share the worry", "next reviewed.", "deferred", number="5"),
    Expected(
        "The teaching of water safety",
        "Agreed. Please see",
        "61 to 63.",
        "accepted",
        cites=("61", "62", "63"),
        number="6",
    ),
]


def document(paragraphs: list[str]) -> Document:
    return Document("", "text/plain", tuple(Block(text) for text in paragraphs))


def test_numbered_headings_give_every_pair():
    letter = read_letter(document(PARAGRAPHS))
    check(letter, EXPECTED)
    assert [pair.heading for pair in letter.pairs][:2] == [
        "Visible policing",
        "Speeding in villages",
    ]
    assert letter.dated.isoformat() == "2025-02-14"
    assert letter.reference == "PFCC/PCP/31"


def test_heading_without_a_point_is_the_point_and_says_so():
    letter = read_letter(document(PARAGRAPHS))
    assert [pair.unsure for pair in letter.pairs if pair.unsure] == [HEADING_ONLY]


def test_word_headings_numbered_by_word_give_the_same_pairs():
    blocks = []
    for text in PARAGRAPHS:
        number, _, title = text.partition(". ")
        if number.isdigit():
            blocks.append(Block(title, kind="heading", level=2, label=f"{number}."))
        else:
            blocks.append(Block(text))
    check(read_letter(Document("", "", tuple(blocks))), EXPECTED)


def test_unnumbered_heading_after_the_points_is_left_out_and_said():
    blocks = [Block(text) for text in PARAGRAPHS]
    at = PARAGRAPHS.index(EXPECTED[5].response + PARAGRAPHS[23][len(EXPECTED[5].response) :]) + 1
    blocks[at:at] = [
        Block("Publication", kind="heading", level=2),
        Block("I will publish this reply with the revised Plan on my website in April."),
    ]
    letter = read_letter(Document("", "", tuple(blocks)))
    check(letter, EXPECTED)
    assert letter.unsure == (
        "The part headed “Publication” has no point that could be recognised; it was left out.",
    )


def test_word_file_with_headings_gives_every_pair(tmp_path):
    from pcp_scrutiny import documents

    word = Word()
    for text in PARAGRAPHS:
        if text[:1].isdigit() and ". " in text[:3]:
            word.add_heading(text, level=2)
        else:
            word.add_paragraph(text)
    path = tmp_path / "reply.docx"
    word.save(str(path))
    check(read_letter(documents.read(path.read_bytes(), path.name)), EXPECTED)
