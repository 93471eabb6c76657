import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcp_scrutiny.documents import Block, Document
from plans.reading import NO_NUMBERS, NO_TEXT, PlanText, read_plan

OUTLINE = """\
Northmoor Police and Crime Plan 2021-2025

Foreword

I am glad to publish this plan, which many people helped to write.

It is reviewed each year.

Alex Example
Commissioner for Northmoor

VISIBLE POLICING

Our aims

1. The Commissioner will add officers to the neighbourhood teams of all
three districts by the end of 2023. The budget allows for it.

2. The Commissioner will:
(a) meet parish councils each quarter;
(b) publish what was said; and
(c) report what was done:
(i) to the panel; and
(ii) to the public.

Rural crime

3. Rural crime is not a small matter:
• theft of plant
• hare coursing

It costs farms a great deal.
"""


def text(words: str, title: str = "") -> Document:
    """A document as pasted text becomes: blocks by blank lines, line breaks kept."""
    blocks = tuple(Block(block.strip("\n")) for block in words.split("\n\n") if block.strip())
    return Document(title or words.strip().split("\n")[0], "text/plain", blocks)


def word(*blocks: Block, title: str = "") -> Document:
    return Document(title, "application/x-word", blocks)


def labels(plan: PlanText) -> list[str]:
    return [p.label for p in plan.paragraphs]


def labelled(plan: PlanText) -> dict[str, str]:
    return {p.label: p.text for p in plan.paragraphs if p.label}


def unsure(plan: PlanText) -> dict[str, str]:
    return {p.label: p.unsure for p in plan.paragraphs if p.unsure}


# --- A whole plan -----------------------------------------------------------------------------


def test_read_plan_finds_title_labels_and_headings():
    plan = read_plan(text(OUTLINE))
    assert plan.title == "Northmoor Police and Crime Plan 2021-2025"
    assert [x for x in labels(plan) if x] == [
        "1",
        "2",
        "2(a)",
        "2(b)",
        "2(c)",
        "2(c)(i)",
        "2(c)(ii)",
        "3",
    ]
    headings = {p.label: p.heading for p in plan.paragraphs}
    assert headings["2(c)(ii)"] == ("VISIBLE POLICING", "Our aims")
    assert headings["3"] == ("VISIBLE POLICING", "Rural crime")
    assert not unsure(plan)


def test_read_plan_finds_unnumbered_parts_by_their_heading():
    plan = read_plan(text(OUTLINE))
    foreword = [p.text for p in plan.paragraphs if p.heading == ("Foreword",)]
    assert foreword[:2] == [
        "I am glad to publish this plan, which many people helped to write.",
        "It is reviewed each year.",
    ]
    assert all(p.label == "" for p in plan.paragraphs if p.heading == ("Foreword",))


def test_read_plan_joins_lines_that_were_broken_to_fit():
    assert labelled(read_plan(text(OUTLINE)))["1"] == (
        "The Commissioner will add officers to the neighbourhood teams of all three districts"
        " by the end of 2023. The budget allows for it."
    )


def test_read_plan_keeps_bullets_and_closing_words_with_their_paragraph():
    assert labelled(read_plan(text(OUTLINE)))["3"] == (
        "Rural crime is not a small matter:\n• theft of plant\n• hare coursing\n\n"
        "It costs farms a great deal."
    )


def test_read_plan_says_that_headings_of_plain_text_were_guessed():
    assert any("check the headings" in problem for problem in read_plan(text(OUTLINE)).problems)


# --- Labels -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("46. One.\n47. Two.\n48. Three.", ["46", "47", "48"]),
        ("46) One.\n47) Two.", ["46", "47"]),
        ("(46) One.\n(47) Two.", ["46", "47"]),
        ("1 The first.\n2 The second.\n3 The third.", ["1", "2", "3"]),
        ("1\tthe first\n2\tthe second", ["1", "2"]),
        ("Paragraph 7: One.\nParagraph 8: Two.", ["7", "8"]),
        ("46. We will:\na) act;\nb) report.", ["46", "46(a)", "46(b)"]),
        ("46. We will:\na. act;\nb. report.", ["46", "46(a)", "46(b)"]),
        ("49. We will:\n49.a Act.\n49.b Report.", ["49", "49.a", "49.b"]),
        ("46 (a) Act.\n46 (b) Report.\n46(b)(ii) Again.", ["46(a)", "46(b)", "46(b)(ii)"]),
        ("49. Aims.\n49a Act now.\n49b Report.", ["49", "49a", "49b"]),
        ("54. Districts:\nA. North.\nB. South.", ["54", "54 A", "54 B"]),
        ("54. Districts:\n54 E. North.\n54 F. South.", ["54", "54 E", "54 F"]),
        ("4.3.1 Meet.\n4.3.2 Share.\n4.3.3 Report.", ["4.3.1", "4.3.2", "4.3.3"]),
        ("4.3.1 We will:\n(a) meet;\n(b) share.", ["4.3.1", "4.3.1(a)", "4.3.1(b)"]),
        ("46. We will:\n(i) act;\n(ii) report.", ["46", "46(i)", "46(ii)"]),
    ],
)
def test_read_plan_reads_labels_as_they_are_printed(lines, expected):
    plan = read_plan(text(lines))
    assert labels(plan) == expected
    assert not unsure(plan)


def test_read_plan_takes_i_after_h_for_a_letter_and_before_ii_for_a_number():
    letters = "\n".join(f"({letter}) part;" for letter in "abcdefghij")
    assert labels(read_plan(text(f"46. We will:\n{letters}")))[-2:] == ["46(i)", "46(j)"]
    eight = "\n".join(f"({letter}) part;" for letter in "abcdefgh")
    plan = read_plan(text(f"46. We will:\n{eight}\n(i) first;\n(ii) second."))
    assert labels(plan)[-2:] == ["46(h)(i)", "46(h)(ii)"]


def test_read_plan_tells_a_list_within_a_paragraph_from_the_paragraphs():
    plan = read_plan(
        text("1. First.\n2. Second.\n3. We count:\n1. calls\n2. visits\n3. letters\n4. Fourth.")
    )
    assert labels(plan) == ["1", "2", "3", "3(1)", "3(2)", "3(3)", "4"]


def test_read_plan_leaves_numbers_in_a_sentence_alone():
    plan = read_plan(
        text(
            "1. The budget grows by 2.5 per cent and pays for\n"
            "46 Constables in the towns, as was decided in\n"
            "2019. Nothing else changes in this part of the plan.\n"
            "2. The end."
        )
    )
    assert labels(plan) == ["1", "2"]
    assert "46 Constables in the towns, as was decided in 2019." in labelled(plan)["1"]


def test_read_plan_takes_a_number_on_its_own_line_with_the_text_below_it():
    plan = read_plan(
        text("46.\n\nWe will act.\n\n(a)\n\non theft;\n\n(b)\n\non fraud.\n\n47.\n\nEnd.")
    )
    assert labelled(plan) == {
        "46": "We will act.",
        "46(a)": "on theft;",
        "46(b)": "on fraud.",
        "47": "End.",
    }


def test_read_plan_takes_apart_paragraphs_that_run_on_in_one_line():
    plan = read_plan(
        text("1. Safety comes first. 2. The panel meets. 3. We will: (a) act; (b) end.")
    )
    assert labels(plan) == ["1", "2", "3", "3(a)", "3(b)"]


def test_read_plan_leaves_letters_in_a_sentence_alone():
    plan = read_plan(text("1. As section 12(a) and (b) of the Act say, we act.\n2. The end."))
    assert labels(plan) == ["1", "2"]


# --- What is unsure ---------------------------------------------------------------------------


def test_read_plan_marks_a_number_used_twice():
    plan = read_plan(text("1. One.\n2. Two.\n2. Two again.\n3. Three."))
    assert labels(plan) == ["1", "2", "2", "3"]
    assert [p.unsure for p in plan.paragraphs] == [
        "",
        "2 is also the number of “Two again.”: check both.",
        "2 is also the number of “Two.”: check both.",
        "",
    ]
    assert any("2 is used more than once" in problem for problem in plan.problems)


def test_read_plan_marks_a_gap():
    assert unsure(read_plan(text("1. One.\n2. Two.\n5. Five."))) == {
        "5": "5 comes after 2: check the number."
    }


def test_read_plan_marks_a_misread_number_and_goes_on():
    plan = read_plan(text("46. One.\n47. Two.\n84. Three.\n49. Four."))
    assert unsure(plan) == {"84": "48 was expected here: check the number."}


def test_read_plan_marks_letters_out_of_order():
    assert unsure(read_plan(text("1. We will:\n(a) act;\n(d) report."))) == {
        "1(d)": "(d) comes after (a): check the letter."
    }


def test_read_plan_marks_a_letter_without_a_paragraph():
    assert unsure(read_plan(text("Our aims are these.\n\n(a) to act;\n\n(b) to report."))) == {
        "(a)": "There is no numbered paragraph above this one: check the label.",
        "(b)": "There is no numbered paragraph above this one: check the label.",
    }


def test_read_plan_marks_text_that_may_not_belong_to_the_last_part():
    plan = read_plan(
        text("1. We will:\n(a) act;\n(b) report.\n\nAll of this is paid for.\n\n2. End.")
    )
    assert "All of this is paid for." in labelled(plan)["1(b)"]
    assert "check that it belongs" in unsure(plan)["1(b)"]


def test_read_plan_says_that_no_numbers_were_found():
    plan = read_plan(text("Our plan is short.\n\nIt has no numbers, but says what we will do."))
    assert NO_NUMBERS in plan.problems
    assert len(plan.paragraphs) == 2


def test_read_plan_says_that_there_is_no_text():
    assert read_plan(Document("", "text/plain", ())) == PlanText("", (), (NO_TEXT,))


# --- Headings ---------------------------------------------------------------------------------


def test_read_plan_takes_numbered_headings_for_headings():
    plan = read_plan(
        text(
            "4 Our priorities\n\n4.1 Keeping people safe\n\n4.1.1 Calls are answered.\n\n"
            "4.1.2 Doors are opened.\n\n4.2 Partnership working\n\nPartners meet.\n\n"
            "4.2.1 A team is set up."
        )
    )
    assert [(p.label, p.heading) for p in plan.paragraphs] == [
        ("4.1.1", ("4 Our priorities", "4.1 Keeping people safe")),
        ("4.1.2", ("4 Our priorities", "4.1 Keeping people safe")),
        ("", ("4 Our priorities", "4.2 Partnership working")),
        ("4.2.1", ("4 Our priorities", "4.2 Partnership working")),
    ]
    assert not unsure(plan)


def test_read_plan_tells_numbered_headings_from_paragraphs_numbered_throughout():
    plan = read_plan(
        text("16. One is said.\n\n17. Two is said.\n\n4. Priorities\n\n18. Three is said.")
    )
    assert labels(plan) == ["16", "17", "18"]
    assert plan.paragraphs[-1].heading == ("4. Priorities",)


def test_read_plan_takes_short_paragraphs_for_paragraphs():
    plan = read_plan(text("1. Safe streets\n2. Fair treatment\n3. A longer sentence ends here."))
    assert labels(plan) == ["1", "2", "3"]


def test_read_plan_leaves_out_the_contents_and_running_headers():
    page = "NORTHMOOR PLAN - Northmoor Police\n\n{}\n\n"
    plan = read_plan(
        text(
            "Northmoor Plan\n\nContents\n\nForeword ........ 2\n\nOur aims    3\n\n"
            + page.format(2)
            + "Foreword\n\nWelcome to this plan of ours.\n\n"
            + page.format(3)
            + "Our Aims\n\n1. To be safe.\n\n"
            + page.format(4)
            + "2. To be fair."
        )
    )
    assert [(p.heading[-1:], p.label, p.text) for p in plan.paragraphs] == [
        (("Foreword",), "", "Welcome to this plan of ours."),
        (("Our Aims",), "1", "To be safe."),
        (("Our Aims",), "2", "To be fair."),
    ]


def test_read_plan_keeps_a_heading_that_each_theme_repeats():
    part = "{}\n\nWhat We Will Do\n\n{}. We will act on it.\n\n"
    plan = read_plan(text("".join(part.format(t, n) for n, t in enumerate(("ROADS", "FARMS"), 1))))
    assert [p.heading for p in plan.paragraphs] == [
        ("ROADS", "What We Will Do"),
        ("FARMS", "What We Will Do"),
    ]


def test_read_plan_joins_a_sentence_that_a_page_s_end_cut():
    pages = (Block("We promise safety;", page=1), Block("fairness; and trust.", page=2))
    plan = read_plan(Document("", "application/pdf", (*pages, Block("We end here.", page=2))))
    assert [(p.page, p.text) for p in plan.paragraphs] == [
        (1, "We promise safety; fairness; and trust."),
        (2, "We end here."),
    ]


# --- Word documents ---------------------------------------------------------------------------


def test_read_plan_reads_automatic_numbering_and_styled_headings():
    plan = read_plan(
        word(
            Block("Northmoor Plan", "heading", 1),
            Block("Foreword", "heading", 2),
            Block("Welcome.", page=1),
            Block("Priorities", "heading", 2, label="1."),
            Block("We will act on:", "item", 1, label="46.", page=2),
            Block("burglary;", "item", 2, label="(a)"),
            Block("fraud:", "item", 2, label="(b)"),
            Block("online", "item", 3, label="(i)"),
            Block("by post", "item", 3, label="(ii)"),
            Block("and scams", "item", 2, label="•"),
            Block("We count:", "item", 1, label="47."),
            Block("calls", "item", 2, label="1."),
            Block("visits", "item", 2, label="2."),
            title="Northmoor Plan",
        )
    )
    assert plan.title == "Northmoor Plan"
    assert [(p.label, p.heading) for p in plan.paragraphs] == [
        ("", ("Foreword",)),
        *(
            (label, ("1. Priorities",))
            for label in ("46", "46(a)", "46(b)", "46(b)(i)", "46(b)(ii)", "47", "47(1)", "47(2)")
        ),
    ]
    assert [p.page for p in plan.paragraphs][:2] == [1, 2]
    assert labelled(plan)["46(b)(ii)"] == "by post\n• and scams"
    assert plan.problems == ()


def test_read_plan_reads_manual_numbers_under_styled_headings():
    plan = read_plan(
        word(
            Block("Roads", "heading", 1),
            Block("1.\tSpeed kills."),
            Block("2.\tCameras return."),
            Block("A bold line", bold=True),
            Block("3.\tRoads are mended."),
            Block("Farms", "heading", 1),
            Block("4.\tFarms are visited."),
        )
    )
    assert [(p.label, p.heading) for p in plan.paragraphs] == [
        ("1", ("Roads",)),
        ("2", ("Roads",)),
        ("3", ("Roads", "A bold line")),
        ("4", ("Farms",)),
    ]


def test_read_plan_reads_a_paragraph_set_in_a_heading_s_style():
    long = "The Commissioner will see to it that every call is answered, " * 4 + "always."
    plan = read_plan(
        word(Block("Calls", "heading", 1), Block(long, "heading", 2, label="1."), Block("2. End."))
    )
    assert labels(plan) == ["1", "2"]


def cell(words: str, row: int, column: int, table: int = 1) -> Block:
    return Block(words, "cell", table=table, row=row, column=column)


def test_read_plan_keeps_a_table_s_rows_with_the_paragraph_above():
    plan = read_plan(
        word(
            Block("1. Costs are as follows."),
            cell("Year", 1, 1),
            cell("Cost", 1, 2),
            cell("2021", 2, 1),
            cell("£5m", 2, 2),
            Block("2. End."),
        )
    )
    assert labelled(plan)["1"] == "Costs are as follows.\nYear | Cost\n2021 | £5m"


def test_read_plan_reads_a_plan_laid_out_as_a_table():
    plan = read_plan(
        word(
            cell("1.", 1, 1),
            cell("Speed kills.", 1, 2),
            cell("2.", 2, 1),
            cell("Cameras return.", 2, 2),
        )
    )
    assert labelled(plan) == {"1": "Speed kills.", "2": "Cameras return."}


# --- Any text ---------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        "1. One.",
        "2. Two:",
        "(a) part;",
        "(i) part;",
        "4.3.1 Deep.",
        "HEADING",
        "A Title",
        "plain words go here.",
        "• bullet",
        "46.",
        "(b)",
        "A. Section.",
        "54 F. There.",
        "",
        "2019. A year.",
        "Contents",
        "Aims    3",
    ]
)


@given(st.lists(LINES, max_size=30))
def test_read_plan_reads_anything_and_loses_no_sentence(lines):
    plan = read_plan(text("\n\n".join(lines) or "x"))
    shown = " ".join(" ".join((*p.heading, p.label, p.text)) for p in plan.paragraphs)
    for line in lines:
        if line.endswith((".", ";", ":")) and len(line) > 5:
            assert line.split()[-1] in shown
    assert all(p.text for p in plan.paragraphs)


@given(st.text())
def test_read_plan_never_fails(words):
    read_plan(text(words or "x"))
