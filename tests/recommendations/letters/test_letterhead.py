from datetime import date

import pytest

from recommendations.letters import letterhead


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Date: 2 March 2017\nDear Chair,", date(2017, 3, 2)),
        ("2nd March, 2017\nDear Chair,", date(2017, 3, 2)),
        ("Thursday 2 Mar 2017\nDear Chair,", date(2017, 3, 2)),
        ("March 2, 2017\nDear Chair,", date(2017, 3, 2)),
        ("02/03/2017\nDear Chair,", date(2017, 3, 2)),
        ("2.3.17\nDear Chair,", date(2017, 3, 2)),
        ("Date: 2017-03-02\nDear Chair,", date(2017, 3, 2)),
        ("County Hall 2 March 2017 Dear Chair, your meeting of 1 May 2016", date(2017, 3, 2)),
        ("Dear Chair, thank you for your meeting of 4 February 2017.", None),
        ("Date: 31 February 2017\nDear Chair,", None),
        ("", None),
    ],
)
def test_date_is_read_from_the_top(text, dated):
    assert letterhead.read(text).dated == dated


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Our ref: AB/1/2\nDear Chair,", "AB/1/2"),
        ("Your ref: X\nOur Ref: AB/1\nDear Chair,", "AB/1"),
        ("Ref: Wendshire Panel - 3 July\nDear Chair,", "Wendshire Panel - 3 July"),
        ("Our ref: AB/1/2 Date: 2 March 2017 Dear Chair,", "AB/1/2"),
        ("Reference: 4417 Dear Ms Tarrow,", "4417"),
        ("Your ref: X\nDear Chair,", ""),
        ("Dear Chair, the reference to dogs is at para 4.", ""),
    ],
)
def test_reference_is_read_from_the_top(text, reference):
    assert letterhead.read(text).reference == reference


@pytest.mark.parametrize(
    "greeting",
    ["Dear Chair,", "Dear Councillor Vane,", "Dear Mrs O'Dell", "Dear Sir or Madam:", "Dear Jo"],
)
def test_greeting_ends_the_letterhead(greeting):
    text = f"Top\n{greeting}\nThank you for your report."
    assert text[letterhead.after_greeting(text) :].strip() == "Thank you for your report."
