"""Numbers of agenda items and of minutes, in each of the panel's styles."""

from hypothesis import given
from hypothesis import strategies as st

from meetings import numbering
from meetings.numbering import BY_ITEM, BY_YEAR, CONTINUOUS, Item, Sitting

STYLES = (BY_ITEM, BY_YEAR, CONTINUOUS)
LEVELS = st.lists(st.integers(0, 2), max_size=8)


@st.composite
def meetings(draw, most=5):
    """Meetings in order with their items; no two items or entries share a primary key."""
    sittings, items, pk = [], {}, 0
    for meeting in range(draw(st.integers(1, most))):
        sittings.append(
            Sitting(
                meeting,
                year=2025 + meeting // 2,
                style=draw(st.sampled_from(STYLES)),
                first=draw(st.none() | st.integers(1, 200)),
            )
        )
        of_it = []
        for parts in draw(st.lists(st.tuples(st.booleans(), LEVELS), max_size=5)):
            entries = tuple((pk + place + 1, level) for place, level in enumerate(parts[1]))
            of_it.append(Item(pk, "", parts[0], entries))
            pk += len(entries) + 1
        agenda = numbering.of_agenda(item.is_part for item in of_it)
        items[meeting] = [
            Item(item.pk, number, item.is_part, item.entries)
            for item, number in zip(of_it, agenda, strict=True)
        ]
    return sittings, items


def entries(*levels, pk=10):
    return tuple((pk + place, level) for place, level in enumerate(levels))


AGENDA = [
    Item(1, "1", entries=entries(0, 1, 2, 1, 0)),
    Item(2, "2"),
    Item(3, "2a", is_part=True, entries=entries(0, pk=30)),
    Item(4, "3", entries=entries(0, 0, 1, pk=40)),
]


def test_numbers_count_entries_and_the_points_under_them():
    found = list(numbering.numbers("7", [0, 1, 2, 2, 1, 0, 0, 1]))
    expected = ["7.1", "7.1.1", "7.1.1.1", "7.1.1.2", "7.1.2", "7.2", "7.3", "7.3.1"]
    assert found == expected


def test_numbers_take_a_point_under_nothing_for_what_it_would_stand_under():
    assert list(numbering.numbers("1", [1, 2, 0, 2])) == ["1.1", "1.1.1", "1.2", "1.2.1"]


def test_numbers_of_nothing_are_none():
    assert list(numbering.numbers("4", [])) == []


def test_minutes_by_item_are_numbered_under_it():
    found = numbering.minutes(AGENDA, style=BY_ITEM)
    assert found.items == {1: "1", 2: "2", 3: "2a", 4: "3"}
    assert [found.entries[pk] for pk in (10, 11, 12, 14, 30, 42)] == [
        *("1.1", "1.1.1", "1.1.1.1", "1.2"),
        *("2a.1", "3.2.1"),
    ]


def test_minutes_by_year_number_every_item():
    found = numbering.minutes(AGENDA, style=BY_YEAR, first=12, year=2026)
    assert found.items == {1: "12/26", 2: "13/26", 3: "13a/26", 4: "14/26"}
    assert [found.entries[pk] for pk in (10, 11, 30, 42)] == [
        *("12/26.1", "12/26.1.1", "13a/26.1", "14/26.2.1"),
    ]
    assert found.then == 15


def test_minutes_by_year_write_its_last_two_figures():
    assert numbering.minutes(AGENDA, style=BY_YEAR, year=2105).items[1] == "1/05"


def test_continuous_minutes_number_every_entry():
    found = numbering.minutes(AGENDA, style=CONTINUOUS, first=58)
    assert found.items[4] == "3"
    assert [found.entries[pk] for pk in (10, 11, 12, 14, 30, 40, 41, 42)] == [
        *("58", "58.1", "58.1.1", "59", "60", "61", "62", "62.1"),
    ]
    assert found.then == 63


def test_meetings_number_on_from_the_one_before_in_their_series():
    sittings = [
        Sitting(1, 2025, BY_YEAR),
        Sitting(2, 2025, CONTINUOUS),
        Sitting(3, 2025, BY_YEAR),
        Sitting(4, 2026, BY_YEAR),
        Sitting(5, 2026, CONTINUOUS, first=100),
        Sitting(6, 2026, CONTINUOUS),
    ]
    found = numbering.number_all(sittings, {sitting.pk: AGENDA for sitting in sittings})
    assert [found[pk].items[1] for pk in (1, 3, 4)] == ["1/25", "4/25", "1/26"]
    assert [found[pk].entries[10] for pk in (2, 5, 6)] == ["1", "100", "105"]


def test_only_what_the_numbers_rest_on_is_counted():
    sittings = [
        Sitting(1, 2025, CONTINUOUS),
        Sitting(2, 2025, CONTINUOUS, first=20),
        Sitting(3, 2025, BY_ITEM),
        Sitting(4, 2026, CONTINUOUS),
        Sitting(5, 2026, CONTINUOUS),
        Sitting(6, 2026, CONTINUOUS),
    ]
    assert numbering.to_count(sittings, {5}) == {2, 4, 5}
    assert numbering.to_count(sittings, {2, 3}) == {2, 3}


@given(meetings())
def test_numbers_of_a_series_are_never_given_twice(said):
    sittings, items = said
    sittings = [Sitting(one.pk, one.year, one.style) for one in sittings]
    found = numbering.number_all(sittings, items)
    by_series = {}
    for sitting in sittings:
        if sitting.style != BY_ITEM:
            given_out = by_series.setdefault(sitting.series, [])
            given_out += found[sitting.pk].entries.values()
            if sitting.style == BY_YEAR:
                given_out += found[sitting.pk].items.values()
    assert all(len(set(numbers)) == len(numbers) for numbers in by_series.values())


@given(meetings())
def test_every_item_and_entry_has_a_number_of_its_own(said):
    sittings, items = said
    for sitting in sittings:
        found = numbering.number_all(sittings, items)[sitting.pk]
        assert list(found.items) == [item.pk for item in items[sitting.pk]]
        assert list(found.entries) == [pk for item in items[sitting.pk] for pk, _ in item.entries]
        assert len(set(found.entries.values())) == len(found.entries)


@given(meetings(), st.data())
def test_what_need_not_be_counted_changes_no_number(said, data):
    sittings, items = said
    asked = data.draw(st.sets(st.sampled_from([one.pk for one in sittings])))
    counted = numbering.to_count(sittings, asked)
    few = [one for one in sittings if one.pk in counted]
    found = numbering.number_all(few, {pk: items[pk] for pk in counted})
    everything = numbering.number_all(sittings, items)
    assert {pk: found[pk] for pk in asked} == {pk: everything[pk] for pk in asked}


@given(LEVELS)
def test_an_outline_goes_on_where_it_was(levels):
    places = list(numbering.outline(levels))
    assert places == sorted(places)
    assert all(len(place) <= level + 1 for place, level in zip(places, levels, strict=True))
