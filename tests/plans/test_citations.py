import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans import citations


def found(text, **options):
    return [(c.document, *c.labels) for c in citations.find(text, **options)]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("46(e) has been reworded", ["46(e)"]),
        ("now to be found at 46 (e)", ["46(e)"]),
        ("46.e has been reworded", ["46(e)"]),
        ("49b has been corrected", ["49(b)"]),
        ("please see 46e and 52", ["46(e)", "52"]),
        ("see Para 46(e) and 52", ["46(e)", "52"]),
        ("see **Para 46(e) and 52**.", ["46(e)", "52"]),
        ("Paragraph 46(c) and (e) say so", ["46(c)", "46(e)"]),
        ("sub-paragraph (e) of paragraph 46", ["46(e)"]),
        ("paragraph 46(e)(iii)", ["46(e)(iii)"]),
        ("paragraphs 8-13", ["8", "9", "10", "11", "12", "13"]),
        ("paragraphs 8 to 10", ["8", "9", "10"]),
        ("paras. 8–10", ["8", "9", "10"]),
        ("paragraphs 12, 14 and 15(a)-(c)", ["12", "14", "15(a)", "15(b)", "15(c)"]),
        ("Para 54, section F", ["54 F"]),
        ("**Para 54**, **section F.**", ["54 F"]),
        ("section F of paragraph 54", ["54 F"]),
        ("in 54 and para 54 F.", ["54 F"]),
        ("at point 24 of the draft", ["24"]),
        ("noted that section 54 of the draft Plan is short", ["54"]),
        ("paras 40/41", ["40", "41"]),
        ("paras 40/41/42 and 50", ["40", "41", "42", "50"]),
        ("para 46(a)/(b)", ["46(a)", "46(b)"]),
        ("paragraph twelve", ["12"]),
        ("Paragraphs two, three and twenty-one say so", ["2", "3", "21"]),
        ("paras 12-10", ["12", "10"]),
        ("paragraph 40, 2 of which are new", ["40"]),
        ("paragraphs 40 and 41, 2 of them new", ["40", "41"]),
        ("4.3.4 (page 43)", ["4.3.4"]),
        ("see 4.3.4", ["4.3.4"]),
        ("on page 27 of the Plan", ["page 27"]),
        ("the burglary figures (page7)", ["page 7"]),
        ("pages 40-42", ["page 40", "page 41", "page 42"]),
        ("Para 40 on page 12", ["40"]),
        ("page 13, paragraph 41", ["41"]),
        ("PARA 40", ["40"]),
        ("para40", ["40"]),
        ("para\n40", ["40"]),
        ("Section 4, paragraph 12", ["12"]),
        ("I have altered my Foreword", ["Foreword"]),
        ("the Introduction sets this out", ["Introduction"]),
        ("the introduction to the Plan", ["Introduction"]),
        ("Annex B of the Plan", ["Annex B"]),
        ("Part 2 of the Plan", ["Part 2"]),
        ("In paragraph 54 I have said more", ["54"]),
        ("paragraph 54 and 12 new officers", ["54"]),
        ("see Para 46.A new section follows", ["46"]),
        ("para 57 under the Vulnerability section of the Plan", ["57"]),
        ("the Plan, at paragraph 15", ["15"]),
        ("I have added the findings of the report at para 40", ["40"]),
    ],
)
def test_citation_of_the_plan_is_found(text, labels):
    assert [label for document, *rest in found(text) for label in rest] == labels
    assert {document for document, *_ in found(text)} == {"plan"}


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("minute 38 above", ("minutes", "38")),
        ("Minute No.11 – Rules of Procedure", ("minutes", "11")),
        ("minutes 39/20 and 40/20", ("minutes", "39/20", "40/20")),
        ("minute 44, item (iii), of the minutes", ("minutes", "44(iii)")),
        (
            "This is minuted at Para 12, item iv of the minutes of that meeting",
            ("minutes", "12(iv)"),
        ),
        ("This was minuted at paragraph 12", ("minutes", "12")),
        ("the minutes of the May meeting (paragraph 12)", ("minutes", "12")),
        ("item 6 of the minutes", ("minutes", "item 6")),
        ("paragraphs 8 and 9 of the report", ("report", "8", "9")),
        ("paragraph 3 of the Panel's report of 4 March", ("report", "3")),
        ("The covering report, at paragraph 15, agrees", ("report", "15")),
        ("page 12 of my Annual Report", ("report", "page 12")),
        ("Appendix 3 to the Annual Report", ("report", "Appendix 3")),
        ("Appendix 2 has the figures", ("other", "Appendix 2")),
        ("section 3 of the Delivery Plan", ("other", "3")),
        ("paragraph 3 of your letter", ("other", "3")),
        ("my answer to point 4", ("other", "4")),
        ("paragraph 3 above", ("other", "3")),
        ("page 31 of the Agenda", ("other", "page 31")),
        ("paragraph 1 of Part 2 of Schedule 12A", ("statute", "Schedule 12A")),
        ("Section 28, paragraph 3 of the Act", ("statute", "28(3)")),
        (
            "section 28(6) of the Police Reform and Social Responsibility Act 2011",
            ("statute", "28(6)"),
        ),
        ("Section 5 of the Local Government Act 1972", ("statute", "5")),
        ("section 100A(4) of the Local Government Act 1972", ("statute", "100A(4)")),
        ("under s.28(3)", ("statute", "28(3)")),
        ("sections 28 and 29 of the Act", ("statute", "28", "29")),
        ("my duty under section 17", ("statute", "17")),
        ("regulation 12(3)", ("statute", "12(3)")),
        ("a section 136 suite", ("statute", "136")),
    ],
)
def test_citation_of_another_document_is_told_apart(text, citation):
    assert found(text) == [citation]


@pytest.mark.parametrize(
    "text",
    [
        "the meeting of 12 March 2025 at 10.30 am",
        "a rise of 13,250, or 5.4 per cent",
        "£46 million and 54 officers",
        "number 46",
        "the paragraph 3/4/2024",
        "In that paragraph two officers are named",
        "paragraph one hundred",
        "at this point 3 officers left",
        "10 minutes 30 seconds",
        "the Introduction of body-worn cameras",
        "Action No. 18 from the meeting",
        "priority 2 for the force",
        "Class A drugs and Tier 2 services",
        "page 3 of 7",
        "101 calls; the 18 to 24 age group",
        "the Vulnerability section of the Plan",
        "",
    ],
)
def test_what_is_no_citation_is_left_alone(text):
    assert found(text) == []


def test_words_after_a_place_outweigh_those_before():
    text = "The report says so at paragraph 4 of the Plan."
    assert found(text) == [("plan", "4")]


def test_each_place_has_its_own_document():
    text = "Para 40 of the Plan, paragraph 12 of the minutes and page 3 of the Annual Report agree."
    assert found(text) == [("plan", "40"), ("minutes", "12"), ("report", "page 3")]


def test_place_without_a_document_lies_in_what_the_text_is_about():
    assert found("See paragraph 12.", about="report") == [("report", "12")]
    assert found("See paragraph 12 of the Plan.", about="report") == [("plan", "12")]


def test_headings_are_recognised_when_quoted_or_called_sections():
    headings = ["Safer Roads", "Victims"]
    assert found("the ‘Safer Roads’ theme", headings=headings) == [("plan", "Safer Roads")]
    assert found("the section on Victims (page 9)", headings=headings) == [("plan", "Victims")]
    assert found("Victims of crime on safer roads", headings=headings) == []


def test_heading_beside_a_paragraph_only_says_where_it_is():
    text = "para 57 under the Victims section"
    assert found(text, headings=["Victims"]) == [("plan", "57")]


def test_citation_keeps_its_words_and_place():
    text = "Please see **Para 54**, **section F.**"
    [citation] = citations.find(text)
    assert citation.text == "Para 54, section F"
    assert text[citation.start : citation.end] == "Para 54**, **section F"


_PIECES = st.sampled_from(
    ["para", "paragraphs", "46", "46(e)", "54", "F", "section", ",", "and", "to", "-", "(", ")",
     "4.3.4", "page", "minutes", "of", "the Plan", "Act", "report", "Schedule 12A", "**", "'", "“",
     "”", "see", ".", "minute", "item", "ix", "Foreword", "£", "%", "2017", "at", "49b", "\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map(" ".join))
def test_no_text_breaks_it(text):
    last = 0
    for citation in citations.find(text, headings=["Foreword", "the Plan", "(", ""]):
        assert last <= citation.start < citation.end <= len(text)
        assert citation.labels
        last = citation.end


@given(st.text(max_size=200))
def test_no_characters_break_it(text):
    citations.find(text, headings=[text[:20]])


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("See paragraph XII.", ["paragraph XII"]),
        ("See para [??].", ["para [??]"]),
        ("See paragraph 2024/25.", ["paragraph 2024/25"]),
        ("I have amended the paragraph on stalking.", ["the paragraph on stalking"]),
        ("I have amended paragraph 40.", []),
        ("I have added a paragraph, and this paragraph says so.", []),
        ("The paragraph has been amended.", []),
    ],
)
def test_words_that_begin_a_citation_and_give_no_label_are_unread(text, unread):
    assert citations.unread(text, citations.find(text)) == unread
