"""Automatic numbering as Word prints it."""

import pytest

from pcp_scrutiny.documents import read
from tests.pcp_scrutiny.documents import files

OUTLINE = files.definition(
    0,
    files.level(0, "decimal", "%1."),
    files.level(1, "lowerLetter", "(%2)"),
    files.level(2, "lowerRoman", "(%3)"),
)
LEGAL = files.definition(
    0,
    files.level(0, "decimal", "%1"),
    files.level(1, "decimal", "%1.%2"),
    files.level(2, "decimal", "%1.%2.%3"),
)


def labels(*places: tuple[int, int], numbering: str, styles: str = "", body: str = "") -> list[str]:
    """The labels of paragraphs at the given lists and levels, then of ``body``."""
    made = "".join(files.paragraph("Text", numbered=place) for place in places)
    document = read(files.word(made + body, numbering=numbering, styles=styles), "plan.docx")
    return [block.label for block in document.blocks]


def test_levels_restart_under_a_new_parent():
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert labels(*places, numbering=OUTLINE + files.listed(1, 0)) == [
        "1.",
        "(a)",
        "(b)",
        "(i)",
        "2.",
        "(a)",
    ]


def test_items_have_the_depth_of_their_level():
    document = read(
        files.word(
            files.paragraph("One", numbered=(1, 0)) + files.paragraph("Two", numbered=(1, 1)),
            numbering=OUTLINE + files.listed(1, 0),
        ),
        "plan.docx",
    )
    assert [(b.kind, b.level) for b in document.blocks] == [("item", 1), ("item", 2)]


def test_patterns_show_the_levels_above():
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert labels(*places, numbering=LEGAL + files.listed(1, 0)) == [
        "1",
        "1.1",
        "1.2",
        "1.2.1",
        "2",
        "2.1",
    ]


def test_levels_passed_over_count_as_begun():
    places = [(1, 1), (1, 0), (1, 2), (1, 1)]
    assert labels(*places, numbering=LEGAL + files.listed(1, 0)) == ["1.1", "2", "2.1.1", "2.1"]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("decimal", 46, "46."),
        ("decimalZero", 7, "07."),
        ("lowerLetter", 27, "aa."),
        ("upperLetter", 28, "BB."),
        ("lowerRoman", 49, "xlix."),
        ("upperRoman", 2026, "MMXXVI."),
        ("ordinal", 12, "12th."),
        ("lowerLetter", 999999999, "999999999."),
        ("upperRoman", 0, "0."),
        ("chineseCounting", 3, "3."),
        ("none", 3, "."),
    ],
)
def test_number_formats(form, start, label):
    numbering = files.definition(0, files.level(0, form, "%1.", start=start))
    assert labels((1, 0), numbering=numbering + files.listed(1, 0)) == [label]


def test_words_around_the_number_are_printed():
    numbering = files.definition(0, files.level(0, "decimal", "Recommendation %1:"))
    assert labels((1, 0), (1, 0), numbering=numbering + files.listed(1, 0)) == [
        "Recommendation 1:",
        "Recommendation 2:",
    ]


@pytest.mark.parametrize(
    ("text", "font", "label"),
    [("\uf0b7", "Symbol", "•"), ("o", "Courier New", "◦"), ("–", "", "–"), ("\uf0ff", "X", "•")],
)
def test_bullets_are_signs_that_can_be_printed(text, font, label):
    numbering = files.definition(0, files.level(0, "bullet", text, font=font))
    assert labels((1, 0), numbering=numbering + files.listed(1, 0)) == [label]


def test_lists_of_one_definition_count_on():
    numbering = OUTLINE + files.listed(1, 0) + files.listed(2, 0)
    assert labels((1, 0), (2, 0), (1, 0), numbering=numbering) == ["1.", "2.", "3."]


def test_start_override_takes_effect_once_at_first_use():
    again = files.listed(2, 0, files.start_override(0, 1))
    numbering = OUTLINE + files.listed(1, 0) + again
    places = [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)]
    assert labels(*places, numbering=numbering) == ["1.", "2.", "1.", "2.", "3."]


def test_level_override_replaces_the_level():
    override = f'<w:lvlOverride w:ilvl="0">{files.level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert labels((1, 0), numbering=OUTLINE + files.listed(1, 0, override)) == ["A)"]


def test_restart_may_be_turned_off():
    numbering = files.definition(
        0,
        files.level(0, "upperLetter", "%1"),
        files.level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'),
    )
    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    assert labels(*places, numbering=numbering + files.listed(1, 0)) == ["A", "1.", "2.", "B", "3."]


def test_legal_numbering_shows_the_levels_above_in_plain_numbers():
    numbering = files.definition(
        0,
        files.level(0, "upperRoman", "Article %1."),
        files.level(1, "decimalZero", "Section %1.%2", more="<w:isLgl/>"),
    )
    assert labels((1, 0), (1, 1), numbering=numbering + files.listed(1, 0)) == [
        "Article I.",
        "Section 1.01",
    ]


def test_numbering_comes_through_styles_and_what_they_are_based_on():
    numbering = files.definition(
        0,
        files.level(0, "decimal", "%1.", more='<w:pStyle w:val="Point"/>'),
        files.level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="SubPoint"/>'),
    )
    linked = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        files.style("Point", paragraph=linked)
        + files.style("SubPoint", based_on="Point", paragraph=linked)
        + files.style("Quiet", based_on="Point")
    )
    body = "".join(
        files.paragraph("Text", style=name) for name in ("Point", "SubPoint", "SubPoint", "Quiet")
    ) + files.paragraph("Plain", style="Point", numbered=(0, 0))
    assert labels(numbering=numbering + files.listed(1, 0), styles=styles, body=body) == [
        "1.",
        "(a)",
        "(b)",
        "2.",
        "",
    ]


def test_numbering_comes_through_a_list_style():
    numbering = (
        OUTLINE
        + '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="House"/></w:abstractNum>'
        + files.listed(1, 0)
        + files.listed(2, 7)
    )
    styles = files.style(
        "House", kind="numbering", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    assert labels((2, 0), (2, 1), numbering=numbering, styles=styles) == ["1.", "(a)"]


def test_list_styles_that_lead_in_a_circle_end():
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="House"/></w:abstractNum>'
        + files.listed(2, 7)
    )
    styles = files.style(
        "House", kind="numbering", paragraph='<w:numPr><w:numId w:val="2"/></w:numPr>'
    )
    assert labels((2, 0), numbering=numbering, styles=styles) == [""]


def test_numbered_headings_keep_their_number():
    document = read(
        files.word(
            files.paragraph("Aims", style="Heading1"),
            numbering=OUTLINE + files.listed(1, 0),
            styles=files.style(
                "Heading1",
                "heading 1",
                paragraph='<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>',
            ),
        ),
        "plan.docx",
    )
    assert [(b.kind, b.level, b.label) for b in document.blocks] == [("heading", 1, "1.")]


def test_empty_numbered_paragraphs_count_and_text_boxes_count_apart():
    box = f"<w:r><w:pict><w:txbxContent>{files.paragraph('Box', numbered=(1, 0))}"
    body = (
        files.paragraph("", numbered=(1, 0))
        + files.paragraph(
            f"{files.run('Body')}{box}</w:txbxContent></w:pict></w:r>", numbered=(1, 0)
        )
        + files.paragraph("After", numbered=(1, 0))
    )
    assert labels(numbering=OUTLINE + files.listed(1, 0), body=body) == ["2.", "1.", "3."]


def test_a_list_that_is_not_defined_gives_no_label():
    assert labels((9, 0), (1, 5), numbering=OUTLINE + files.listed(1, 0)) == ["", ""]
