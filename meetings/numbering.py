"""The numbers of minutes: 7.2 is the second entry under item 7, and 7.2.1 its first sub-point;
and of agenda items: 5, and its parts 5a, 5b."""

from collections.abc import Iterable, Iterator
from string import ascii_lowercase


def of_agenda(parts: Iterable[bool]) -> Iterator[str]:
    """The number of each item of an agenda in order, from whether it is part of the item before
    it. A part with no item before it is an item; the 27th part is "5aa"."""
    item = part = 0
    for is_part in parts:
        if is_part and item:
            repeat, letter = divmod(part, len(ascii_lowercase))
            part += 1
            yield f"{item}{ascii_lowercase[letter] * (repeat + 1)}"
        else:
            item, part = item + 1, 0
            yield str(item)


def numbers(item: str, levels: Iterable[int]) -> Iterator[str]:
    """The number of each entry of an item, from the entries' levels in their order."""
    entry = part = 0
    for level in levels:
        if level == 0 or entry == 0:
            entry, part = entry + 1, 0
            yield f"{item}.{entry}"
        else:
            part += 1
            yield f"{item}.{entry}.{part}"
