import pytest

from plans.reading import read_plan

from .samples import labelled, labels, text, unsure


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
