from hypothesis import given
from hypothesis import strategies as st

from plans.reading import read_plan

from .samples import labelled, labels, text, unsure

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
