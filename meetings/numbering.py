"""Numbers: of agenda items (5, and its parts 5a, 5b), and of minutes in the panel's style.

- By the item: under item 7 the entries are 7.1, 7.2; a point under the first is 7.1.1, and a point
  under that 7.1.1.1.
- Through the year: each item is a minute, 12/26, and a part of it 12a/26; what is minuted there is
  12/26.1, 12/26.1.1. The year is the calendar year of the day of the meeting.
- Continuous: each entry takes the next number, 58, 59, from meeting to meeting; a point under it
  is 58.1.

What is withheld from the public keeps its number, so that a number means the same to everyone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

BY_ITEM, BY_YEAR, CONTINUOUS = "item", "year", "continuous"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda, in its place: its number there, whether it is part of the item before
    it, and its entries in order as pairs of primary key and level."""

    pk: int
    number: str
    is_part: bool = False
    entries: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a meeting's minutes: what stands at the head of each item, and before each
    entry, by primary key; ``under`` are the entries of each item in order. ``first`` is the first
    number that runs on, ``then`` the one left for the next meeting."""

    items: Mapping[int, str]
    entries: Mapping[int, str]
    under: Mapping[int, Sequence[int]]
    first: int
    then: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting in the series of its numbers. ``first`` is its first number where that is fixed
    or was set by hand."""

    pk: int
    year: int
    style: str
    first: int | None = None

    @property
    def series(self) -> tuple[str, int]:
        """Meetings of one series number on from one another."""
        return self.style, self.year if self.style == BY_YEAR else 0


def of_agenda(parts: Iterable[bool]) -> Iterator[str]:
    """The number of each item of an agenda in order, from whether it is part of the item before
    it. A part with no item before it is an item; the 27th part is "5aa"."""
    for item, part in _places(parts):
        yield f"{item}{_letters(part)}"


def numbers(item: str, levels: Iterable[int]) -> Iterator[str]:
    """The number of each entry of an item, from the entries' levels in their order."""
    for place in outline(levels):
        yield ".".join([item, *map(str, place)])


def outline(levels: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """The place of each entry: (2,) is the second, (2, 1) the first point under it. A point under
    nothing is taken for what it would stand under."""
    place: list[int] = []
    for level in levels:
        depth = min(level, len(place))
        del place[depth + 1 :]
        if depth == len(place):
            place.append(0)
        place[depth] += 1
        yield tuple(place)


def minutes(items: Iterable[Item], *, style: str, first: int = 1, year: int = 0) -> Numbers:
    """The numbers of a meeting's minutes in that style. ``first`` is the number of its first
    minute, where they run on; ``year`` that of its day."""
    items = list(items)
    heads, said, under = {}, {}, {}
    then = first
    for item, (place, part) in zip(items, _places(i.is_part for i in items), strict=True):
        head, levels = item.number, [level for _, level in item.entries]
        if style == BY_YEAR:
            head = f"{first - 1 + place}{_letters(part)}/{year % 100:02}"
            then = first + place
        if style == CONTINUOUS:
            numbered, then = _running(levels, then)
        else:
            numbered = list(numbers(head, levels))
        heads[item.pk], under[item.pk] = head, [pk for pk, _ in item.entries]
        said.update(zip(under[item.pk], numbered, strict=True))
    return Numbers(heads, said, under, first, then)


def to_count(sittings: Sequence[Sitting], asked: Collection[int]) -> set[int]:
    """The meetings whose minutes must be counted to number those ``asked``: each of these, and
    the earlier ones of its series back to one whose first number is known. ``sittings`` come in
    the order in which they were held."""
    needed: set[int] = set()
    open_series: set[tuple[str, int]] = set()
    for sitting in reversed(sittings):
        if sitting.pk in asked or sitting.series in open_series:
            needed.add(sitting.pk)
            is_known = sitting.first is not None or sitting.style == BY_ITEM
            (open_series.discard if is_known else open_series.add)(sitting.series)
    return needed


def number_all(
    sittings: Sequence[Sitting], items: Mapping[int, Sequence[Item]]
) -> dict[int, Numbers]:
    """The numbers of the minutes of these meetings, which come in the order in which they were
    held; each goes on from the one before it in its series, unless its first number is known."""
    then: dict[tuple[str, int], int] = {}
    found = {}
    for sitting in sittings:
        first = then.get(sitting.series, 1) if sitting.first is None else sitting.first
        found[sitting.pk] = minutes(
            items.get(sitting.pk, ()), style=sitting.style, first=first, year=sitting.year
        )
        then[sitting.series] = found[sitting.pk].then
    return found


def _running(levels: Sequence[int], first: int) -> tuple[list[str], int]:
    """The numbers of entries from ``first`` on, and the number left for the next."""
    places = [(first - 1 + top, *under) for top, *under in outline(levels)]
    return [".".join(map(str, place)) for place in places], places[-1][0] + 1 if places else first


def _places(parts: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """The place of each item among the items, and among its parts, 0 for the item itself."""
    item = part = 0
    for is_part in parts:
        if is_part and item:
            part += 1
        else:
            item, part = item + 1, 0
        yield item, part


def _letters(part: int) -> str:
    """a to z, then aa, bb; nothing for 0."""
    if not part:
        return ""
    repeat, letter = divmod(part - 1, len(ascii_lowercase))
    return ascii_lowercase[letter] * (repeat + 1)
