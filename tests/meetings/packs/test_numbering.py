"""Page 43 is the same page for everyone."""

from hypothesis import given
from hypothesis import strategies as st

from meetings.packs.numbering import Counted, Kind, in_words, number

PAGES = st.integers(1, 12)
PART = st.builds(
    lambda pages, printed, item: (pages, printed, item),
    PAGES,
    st.one_of(st.none(), PAGES),
    st.integers(1, 4),
)
PACKS = st.lists(PART, min_size=1, max_size=12).map(
    lambda parts: [
        Counted(f"paper-{place}", pages, printed, item)
        for place, (pages, printed, item) in enumerate(sorted(parts, key=lambda part: part[2]))
    ]
)


def in_full(parts):
    return [Counted(part.name, part.pages, part.pages, part.item) for part in parts]


def numbers(slots):
    return [one for slot in slots for one in slot.numbers]


def covered(number):
    """The numbers of the full pack that a page stands for."""
    first, _, last = number.rstrip("abcdefghijklmnopqrstuvwxyz").partition("-")
    return range(int(first), int(last or first) + 1)


@given(PACKS, st.integers(0, 200))
def test_the_full_pack_is_numbered_from_the_first_page_on(parts, after):
    total = sum(part.pages for part in parts)
    expected = [str(page) for page in range(after + 1, after + total + 1)]
    assert numbers(number(in_full(parts), after=after)) == expected


@given(PACKS, st.integers(0, 200))
def test_every_page_has_the_number_that_it_has_in_the_full_pack(parts, after):
    full = {slot.name: slot for slot in number(in_full(parts), after=after)}
    for slot in number(parts, after=after):
        if slot.kind is Kind.PRINTED:
            whole = full[slot.name]
            assert slot.first == whole.first
            assert slot.numbers[: whole.pages] == whole.numbers[: len(slot.numbers)]


@given(PACKS)
def test_no_number_of_the_full_pack_is_left_out_or_given_twice(parts):
    plain = [one for one in numbers(number(parts)) if not one[-1].isalpha()]
    stood_for = [page for one in plain for page in covered(one)]
    assert stood_for == list(range(1, sum(part.pages for part in parts) + 1))


@given(PACKS)
def test_numbers_differ_and_pages_are_those_of_the_file(parts):
    slots = number(parts)
    found = numbers(slots)
    assert len(set(found)) == len(found)
    for part in parts:
        own = [slot for slot in slots if slot.kind is Kind.PRINTED and slot.name == part.name]
        assert sum(len(slot.numbers) for slot in own) == (part.printed or 0)


@given(PACKS)
def test_sheets_are_joined_under_one_item_only(parts):
    items = {part.name: part.item for part in parts}
    sheets = [slot for slot in number(parts) if slot.kind is Kind.WITHHELD]
    assert all(len({items[name] for name in sheet.covers}) == 1 for sheet in sheets)
    assert [name for sheet in sheets for name in sheet.covers] == [
        part.name for part in parts if part.printed is None
    ]


def test_one_sheet_stands_in_the_place_of_neighbours_under_an_item():
    parts = [
        Counted("front", 4, 4),
        Counted("paper-1", 38, 38, "5"),
        Counted("paper-2", 5, None, "5"),
        Counted("paper-3", 3, None, "5"),
        Counted("paper-4", 1, None, "6"),
        Counted("paper-5", 1, 1, "6"),
    ]
    slots = number(parts)
    assert [(slot.name, slot.numbers, slot.range) for slot in slots[2:]] == [
        ("withheld-43", ("43-50",), "43 to 50"),
        ("withheld-51", ("51",), "51"),
        ("paper-5", ("52",), "52"),
    ]
    assert slots[2].covers == ("paper-2", "paper-3")


def test_a_shorter_public_edition_is_followed_by_a_sheet_for_the_numbers_left():
    printed, rest = number([Counted("paper-1", 5, 2)], after=42)
    assert (printed.numbers, rest.numbers) == (("43", "44"), ("45-47",))
    assert (rest.kind, rest.name, rest.covers) == (Kind.REST, "paper-1-rest", ("paper-1",))


def test_the_last_page_of_a_shorter_part_that_stretches_takes_the_numbers_left():
    front, paper = number([Counted("front", 5, 4, stretches=True), Counted("paper-1", 1, 1)])
    assert (front.numbers, front.range, front.kind) == (
        ("1", "2", "3", "4-5"),
        "1 to 5",
        Kind.PRINTED,
    )
    assert paper.numbers == ("6",)


def test_a_longer_public_edition_goes_on_in_letters():
    first, second = number([Counted("paper-1", 2, 4), Counted("paper-2", 1, 1)])
    assert first.numbers == ("1", "2", "2a", "2b")
    assert second.numbers == ("3",)


def test_letters_go_on_after_the_alphabet():
    (slot,) = number([Counted("paper-1", 1, 29)])
    assert slot.numbers[-3:] == ("1z", "1aa", "1ab")


def test_a_run_of_one_page_is_that_page():
    assert (in_words(43, 43), in_words(43, 50)) == ("43", "43 to 50")
