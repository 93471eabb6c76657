"""The numbers of minutes: 7.2 is the second entry under item 7, and 7.2.1 its first sub-point."""

from collections.abc import Iterable, Iterator


def numbers(item: int, levels: Iterable[int]) -> Iterator[str]:
    """The number of each entry of an item, from the entries' levels in their order."""
    entry = part = 0
    for level in levels:
        if level == 0 or entry == 0:
            entry, part = entry + 1, 0
            yield f"{item}.{entry}"
        else:
            part += 1
            yield f"{item}.{entry}.{part}"
