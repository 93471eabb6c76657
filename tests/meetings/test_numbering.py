from meetings import numbering


def test_numbers_count_entries_and_the_points_under_them():
    found = list(numbering.numbers(7, [0, 1, 1, 0, 0, 1]))
    assert found == ["7.1", "7.1.1", "7.1.2", "7.2", "7.3", "7.3.1"]


def test_numbers_take_a_point_under_nothing_for_an_entry():
    assert list(numbering.numbers(1, [1, 1, 0])) == ["1.1", "1.1.1", "1.2"]


def test_numbers_of_nothing_are_none():
    assert list(numbering.numbers(4, [])) == []
