"""The numbers of minutes as the record has them."""

import pytest

from meetings import minutes
from meetings.models import MinuteEntry
from meetings.numbering import BY_ITEM, BY_YEAR, CONTINUOUS


def entries_of(*meetings):
    found = MinuteEntry.objects.filter(item__meeting__in=meetings)
    return found.select_related("item__meeting").order_by("item__position", "position")


def numbers_of(*meetings):
    entries = entries_of(*meetings)
    numbers = minutes.numbers_of(entries)
    return [numbers[entry.pk] for entry in entries]


def test_continuous_numbers_go_on_from_the_meeting_before(panel_numbers, held):
    panel_numbers(CONTINUOUS)
    first, second = held(3, 2, 1), held(6, 1, 1)
    assert numbers_of(first) == ["1", "2", "3"]
    assert numbers_of(second) == ["4", "5"]


def test_numbers_of_the_year_begin_anew_with_it(panel_numbers, held):
    panel_numbers(BY_YEAR)
    held(9, 1, 1, year=2025)
    assert numbers_of(held(2, 1, 1)) == ["1/26.1", "2/26.1"]
    assert numbers_of(held(6, 2)) == ["3/26.1", "3/26.2"]


def test_a_first_number_set_by_hand_is_kept(panel_numbers, held):
    panel_numbers(CONTINUOUS)
    held(3, 2)
    assert numbers_of(held(6, 1, first_number=58)) == ["58"]
    assert numbers_of(held(9, 1)) == ["59"]


def test_finished_minutes_keep_the_style_they_had(panel_numbers, held):
    panel_numbers(CONTINUOUS)
    finished = held(3, 1, numbered=BY_YEAR, first_number=7)
    assert numbers_of(finished) == ["7/26.1"]
    assert numbers_of(held(6, 1)) == ["1"]


def test_settling_fixes_the_style_and_the_first_number(panel_numbers, held):
    panel_numbers(CONTINUOUS)
    held(3, 4)
    meeting = minutes.settle(held(6, 1))
    assert (meeting.numbered, meeting.first_number) == (CONTINUOUS, 5)


def test_settling_by_item_needs_no_first_number(panel_numbers, held):
    panel_numbers(BY_ITEM)
    meeting = minutes.settle(held(6, 1))
    assert (meeting.numbered, meeting.first_number) == (BY_ITEM, None)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("style", "queries"), [(BY_ITEM, 2), (BY_YEAR, 3), (CONTINUOUS, 3)])
def test_numbers_cost_the_same_for_any_entries(
    panel_numbers, held, style, queries, rows, django_assert_num_queries
):
    panel_numbers(style)
    entries = list(entries_of(*(held(month, rows, rows) for month in range(1, rows + 1))))
    with django_assert_num_queries(queries):
        assert len(minutes.numbers_of(entries)) == 2 * rows * rows


def test_numbers_of_no_entries_cost_nothing(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert minutes.numbers_of([]) == {}


def test_later_minutes_that_are_finished_may_have_the_same_numbers(panel_numbers, held):
    panel_numbers(CONTINUOUS)
    earlier = held(3, 4)
    finished = {"state": "draft minutes", "numbered": CONTINUOUS}
    alike = held(6, 2, first_number=3, **finished)
    held(9, 2, first_number=5, **finished)
    held(10, 2, first_number=4)
    assert minutes.numbered_alike(earlier) == [alike]


def test_no_minutes_have_the_numbers_of_another_year_or_by_item(panel_numbers, held):
    panel_numbers(BY_YEAR)
    finished = {"state": "draft minutes", "numbered": BY_YEAR, "first_number": 1}
    held(3, 1, year=2027, **finished)
    assert minutes.numbered_alike(held(9, 1)) == []
    panel_numbers(BY_ITEM)
    assert minutes.numbered_alike(held(10, 1)) == []
