"""The numbers and bullets before items, paragraphs and points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.reading import numbers


def at_start(text: str, after: str = "") -> numbers.Number | None:
    return numbers.at_start(text, numbers.at_start(after) if after else None)


@pytest.mark.parametrize(
    ("text", "printed", "family", "rest"),
    [
        ("39/20 Apologies", "39/20", "coded", "Apologies"),
        ("39/20", "39/20", "coded", ""),
        ("PCP/23/14 Minutes", "PCP/23/14", "coded", "Minutes"),
        ("PCP.21 APOLOGIES", "PCP.21", "coded", "APOLOGIES"),
        ("Minute 38 Declarations", "Minute 38", "coded", "Declarations"),
        ("Minute No. 38: Declarations", "Minute No. 38", "coded", "Declarations"),
        ("Item 5 – Precept", "Item 5", "labelled", "Precept"),
        ("Agenda Item 5: Precept", "Agenda Item 5", "labelled", "Precept"),
        ("4.3 The Panel", "4.3", "decimal", "The Panel"),
        ("4.4.1 What", "4.4.1", "decimal", "What"),
        ("58. The Panel", "58.", "integer", "The Panel"),
        ("43 Police and Crime Plan", "43", "integer", "Police and Crime Plan"),
        ("3.2 Members asked:", "3.2", "decimal", "Members asked:"),
        ("58. Officers replied", "58.", "integer", "Officers replied"),
        ("39/20 Members’ Interests", "39/20", "coded", "Members’ Interests"),
        ("(1) That", "(1)", "closed", "That"),
        ("2) That", "2)", "closed", "That"),
        ("(a) That", "(a)", "letter", "That"),
        ("b) That", "b)", "letter", "That"),
        ("a. That", "a.", "letter", "That"),
        ("(iv) That", "(iv)", "roman", "That"),
        ("i) That", "i)", "roman", "That"),
        ("II. DECLARATIONS", "II.", "upper roman", "DECLARATIONS"),
        ("• The Panel", "", "bullet", "The Panel"),
        ("·         The Panel", "", "bullet", "The Panel"),
        ("- The Panel", "", "bullet", "The Panel"),
        ("o\tthe target", "", "bullet", "the target"),
        ("\uf0b7 The Panel", "", "bullet", "The Panel"),
        ("â€¢ The Panel", "", "bullet", "The Panel"),
    ],
)
def test_number_is_read_as_printed(text: str, printed: str, family: str, rest: str) -> None:
    number = at_start(text)
    assert number is not None
    assert (number.printed, number.family, text[number.end :]) == (printed, family, rest)


@pytest.mark.parametrize(
    "text",
    [
        "03/02/2017 was the date",
        "24/7 cover was promised",
        "1/2 of members",
        "12 members attended",
        "4% of calls",
        "4.5% of calls",
        "4.5 million pounds",
        "20/21 May 2026",
        "10.30 am",
        "7 December 2022",
        "2023 was a hard year",
        "A. Smith spoke",
        "Item 5 was deferred",
        "of the plan",
        "one two",
        "",
    ],
)
def test_figures_of_running_text_are_no_numbers(text: str) -> None:
    assert at_start(text) is None


def test_a_letter_goes_on_from_letters_and_a_numeral_from_numerals() -> None:
    after_h, after_iv = at_start("(i) That", "(h) That"), at_start("(v) That", "(iv) That")
    assert after_h is not None
    assert after_h.family == "letter"
    assert after_iv is not None
    assert after_iv.family == "roman"
    assert at_start("(i) That").family == "roman"
    assert at_start("(c) That").family == "letter"


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        ("4.1 a", "4.3 b", ["4.2"]),
        ("4.4.1 a", "4.4.4 b", ["4.4.2", "4.4.3"]),
        ("39/20 a", "41/20 b", ["40/20"]),
        ("PCP/23/14 a", "PCP/23/16 b", ["PCP/23/15"]),
        ("Minute 38 a", "Minute 40 b", ["Minute 39"]),
        ("(a) a", "(c) b", ["(b)"]),
        ("58. a", "60. b", ["59."]),
        ("I. A", "III. B", ["II."]),
        ("(1) a", "(2) b", []),
        ("(3) a", "(1) b", []),
        ("4.1 a", "5.3 b", []),
        ("39/20 a", "2/21 b", []),
        ("58. a", "(60) b", []),
        ("• a", "• b", []),
    ],
)
def test_missing_numbers_are_named_as_they_would_be_printed(
    before: str, after: str, missing: list[str]
) -> None:
    first = numbers.at_start(before)
    second = numbers.at_start(after, first)
    assert first is not None
    assert second is not None
    assert numbers.gap(first, second) == missing


@given(st.integers(1, 60), st.integers(2, 5))
def test_a_gap_has_as_many_numbers_as_are_missing(first: int, step: int) -> None:
    before, after = at_start(f"{first}. One"), at_start(f"{first + step}. Two")
    assert before is not None
    assert after is not None
    assert len(numbers.gap(before, after)) == step - 1
