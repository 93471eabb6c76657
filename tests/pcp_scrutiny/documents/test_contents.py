from pcp_scrutiny.documents import contents

TEXT = ["Foreword", "Welcome to this plan.", "Our aims", "We aim.", "Roads", "We drive."]


def left(lines):
    found = contents.listed(lines)
    return [line for index, line in enumerate(lines) if index not in found]


def test_entries_with_pages_are_a_list_with_or_without_a_heading():
    entries = ["Foreword 3", "Our aims\t4", "Roads ..... 12"]
    assert left(["Contents", *entries, *TEXT]) == TEXT
    assert left([*entries, *TEXT]) == TEXT


def test_entries_without_pages_are_a_list_only_under_its_heading():
    entries = ["Foreword", "Our aims", "Roads"]
    assert left(["Contents", *entries, *TEXT]) == TEXT
    assert left([*entries, *TEXT]) == [*entries, *TEXT]


def test_entry_over_two_lines_is_one():
    long = ["Contents", "Foreword 3", "Our aims for the", "years to come 4", "Roads 12"]
    text = ["Foreword", "Our aims for the years to come", "Roads"]
    assert left([*long, *text]) == text


def test_numbers_that_count_are_no_pages():
    priorities = ["1 Foreword", "2 Our aims", "3 Roads"]
    assert left([*priorities, *TEXT]) == [*priorities, *TEXT]


def test_list_ends_where_its_first_entry_comes_again():
    entries = ["Contents", "Foreword 3", "Our aims 4", "Roads 5"]
    assert left([*entries, *TEXT, *TEXT]) == [*TEXT, *TEXT]


def test_lines_that_come_once_are_kept():
    assert left(["Contents", "One 1", "Two 2", "Three 3"]) == [
        "Contents",
        "One 1",
        "Two 2",
        "Three 3",
    ]
