"""Where an officer cut a paragraph, and what each part is called."""

import pytest

from plans import splitting


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First.\n---\nSecond.", [("46", "First."), ("", "Second.")]),
        ("First.\r\n-----\r\n47. Second.", [("46", "First."), ("47", "Second.")]),
        (
            "First:\n---\n(a) one\n---\n(b) two",
            [("46", "First:"), ("46(a)", "one"), ("46(b)", "two")],
        ),
        ("First.\n---\n46 (c) third", [("46", "First."), ("46(c)", "third")]),
        ("First.\n---\n---\n", [("46", "First.")]),
        (
            "A dash - or -- two, and a word---word",
            [("46", "A dash - or -- two, and a word---word")],
        ),
        ("  ---  \nOnly.", [("46", "Only.")]),
        ("", [("46", "")]),
    ],
)
def test_parts_are_cut_at_lines_of_hyphens_and_called_by_their_numbers(text, expected):
    assert splitting.parts(text, "46") == expected


def test_parts_of_a_sub_paragraph_are_its_siblings():
    assert splitting.parts("one\n---\n(c) two", "46(b)") == [("46(b)", "one"), ("46(c)", "two")]


def test_parts_of_an_unnumbered_paragraph_do_not_invent_a_number():
    assert splitting.parts("one\n---\n(c) two", "") == [("", "one"), ("", "two")]


def test_parts_do_not_take_a_number_that_may_belong_to_the_sentence():
    assert splitting.parts("one\n---\n46 Officers were hired.", "9")[1] == (
        "",
        "46 Officers were hired.",
    )
