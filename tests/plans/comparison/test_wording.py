import pytest

from plans.comparison.wording import bare_words, masked, plain

KNOWN = {"12", "46", "47", "4.3", "1", "44"}


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("See paragraph 46.", "See paragraph §.", ("46",)),
        ("as in Para 46(e) and 47", "as in Para § and §", ("46(e)", "47")),
        ("paragraphs 12-46 apply", "paragraphs §-§ apply", ("12", "46")),
        ("under section 4.3 above", "under section § above", ("4.3",)),
        ("subject to clause 46.", "subject to clause §.", ("46",)),
        ("It serves 46 parishes.", "It serves 46 parishes.", ()),
        ("paragraph 99 of this plan", "paragraph 99 of this plan", ()),
    ],
)
def test_masking_takes_out_the_plan_s_own_numbers(text, expected, found):
    assert masked(text, KNOWN) == (expected, found)


@pytest.mark.parametrize(
    "text",
    [
        "paragraph 1 of Part 2 of Schedule 12A",
        "section 12 of the Police Reform and Social Responsibility Act 2011",
        "paragraph 44 of the minutes",
        "minute 46",
    ],
)
def test_masking_leaves_the_numbers_of_other_documents(text):
    assert masked(text, KNOWN) == (text, ())


def test_plain_overlooks_spacing_and_typography():
    assert plain("the  panel’s\n“view” – 2021") == 'the panel\'s "view" - 2021'


def test_plain_keeps_case_and_punctuation():
    assert plain("The Plan.") != plain("the plan")


def test_bare_words_overlook_case_and_punctuation():
    assert bare_words("The Panel's view, then.") == bare_words("the panel's view then")
