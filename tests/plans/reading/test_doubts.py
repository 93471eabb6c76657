from pcp_scrutiny.documents import Document
from plans.reading import NO_NUMBERS, NO_TEXT, PlanText, read_plan

from .samples import labelled, labels, text, unsure


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
