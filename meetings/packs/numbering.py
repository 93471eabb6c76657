"""Page numbers: those of the full pack, in the public pack too, so that page 43 is the same page
for everyone. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import count, islice, product
from string import ascii_lowercase


class Kind(Enum):
    """What stands on the pages of a slot."""

    PRINTED = "the part itself"
    WITHHELD = "one sheet in the place of parts that are not for publication"
    REST = "one sheet for the pages that the public edition of a part is shorter by"


@dataclass(frozen=True, slots=True)
class Counted:
    """A part of the full pack and its pages there. ``printed`` are the pages of what this pack has
    of it, None where that is nothing. ``item`` tells under which item it stands. Where it is
    shorter and ``stretches``, its last page takes the numbers that are left, without a sheet."""

    name: str
    pages: int
    printed: int | None
    item: object = None
    stretches: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Pages of a pack that belong together. It takes ``pages`` numbers of the full pack from
    ``first`` on, for the parts that it ``covers``; ``numbers`` has one for each page in the
    file: "43"; "43-50" for a sheet in the place of several; "50a" after the last."""

    kind: Kind
    name: str
    first: int
    pages: int
    numbers: tuple[str, ...]
    covers: tuple[str, ...] = ()

    @property
    def last(self) -> int:
        """The last number of the full pack that it takes."""
        return self.first + self.pages - 1

    @property
    def range(self) -> str:
        """Its numbers in words: "43", "43 to 50"."""
        return in_words(self.first, self.last)


def in_words(first: int, last: int) -> str:
    """A run of page numbers: "43", "43 to 50"."""
    return str(first) if first == last else f"{first} to {last}"


def number(parts: Sequence[Counted], *, after: int = 0) -> list[Slot]:
    """The slots of a pack, the first beginning after the number ``after``. Neighbours under one
    item that are withheld share one sheet."""
    slots: list[Slot] = []
    last = after
    for part, before in zip(parts, [None, *parts], strict=False):
        first, last = last + 1, last + part.pages
        if part.printed is not None:
            slots.extend(_printed(part, part.printed, first))
        elif before is not None and before.printed is None and before.item == part.item:
            slots[-1] = _withheld(slots[-1].first, last, (*slots[-1].covers, part.name))
        else:
            slots.append(_withheld(first, last, (part.name,)))
    return slots


def _printed(part: Counted, printed: int, first: int) -> Iterator[Slot]:
    """The part, and a sheet for the numbers that are left where it does not stretch."""
    last = first + part.pages - 1
    common = min(part.pages, printed)
    numbers = [str(page) for page in range(first, first + common)]
    numbers += [f"{last}{more}" for more in islice(_letters(), printed - common)]
    if part.stretches and 0 < printed < part.pages:
        numbers[-1] = f"{numbers[-1]}-{last}"
        common = part.pages
    yield Slot(Kind.PRINTED, part.name, first, common, tuple(numbers), (part.name,))
    if common < part.pages:
        yield _sheet(Kind.REST, f"{part.name}-rest", first + common, last, (part.name,))


def _withheld(first: int, last: int, covers: tuple[str, ...]) -> Slot:
    return _sheet(Kind.WITHHELD, f"withheld-{first}", first, last, covers)


def _sheet(kind: Kind, name: str, first: int, last: int, covers: tuple[str, ...]) -> Slot:
    numbers = (str(first) if first == last else f"{first}-{last}",)
    return Slot(kind, name, first, last - first + 1, numbers, covers)


def _letters() -> Iterator[str]:
    """a to z, then aa, ab, and so on."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))
