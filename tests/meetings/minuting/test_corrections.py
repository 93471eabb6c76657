"""The words in which a panel approves minutes and corrects them."""

from datetime import date

from meetings.minuting.corrections import Point, approval, correction, points

JUNE = date(2026, 6, 12)


def test_minutes_are_approved_as_they_are_or_with_corrections():
    assert approval(JUNE, has_points=False) == (
        "That the minutes of the meeting held on 12 June 2026 be approved as a correct record."
    )
    assert approval(JUNE, has_points=True).endswith("a correct record, with these corrections:")


def test_approved_minutes_are_corrected_by_one_point_or_several():
    assert "That this correction be made" in correction(JUNE, one=True)
    assert "That these corrections be made" in correction(JUNE, one=False)


def test_each_correction_says_how_the_minute_is_to_read():
    said = points([Point("7.3", "Crime fell by 4%.")], ["Councillor A was present", "Really?"])
    assert said == [
        "Minute 7.3 to read: “Crime fell by 4%.”",
        "Councillor A was present.",
        "Really?",
    ]


def test_what_is_not_for_publication_is_not_quoted():
    (said,) = points([Point("9.1", "The bid was £4m.", is_public=False)])
    assert "£4m" not in said
    assert "Minute 9.1, which is not for publication" in said
