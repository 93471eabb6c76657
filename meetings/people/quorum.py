"""Whether enough members were there: how many a meeting needs, and how many were at each item.

A panel settles its quorum in its rules of procedure (Police Reform and Social Responsibility Act
2011 Sch 6): usually one in four of the members, and no fewer than three, as other committees of
local authorities have it. Co-opted members are members, and a substitute sits in a member's place.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """Someone who counts. ``joined`` and ``left`` are the places of the items during which they
    came late or left early, ``withdrew`` those of the items they left for a declared interest."""

    joined: int | None = None
    left: int | None = None
    withdrew: Collection[int] = frozenset()

    def counts_at(self, place: int) -> bool:
        """Whether they were there when the item was decided: whoever came during it was, whoever
        left during it was not."""
        has_come = self.joined is None or self.joined <= place
        has_gone = self.left is not None and self.left <= place
        return has_come and not has_gone and place not in self.withdrew


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda: its place in the order, and the number people know it by."""

    place: int
    number: str


@dataclass(frozen=True, slots=True)
class Quorum:
    """``members`` serve on the panel, ``needed`` of them have to be there, and ``seated`` were for
    some or all of the meeting. ``short`` are the items with too few, with how many there were."""

    members: int
    needed: int
    seated: int
    short: Sequence[tuple[str, int]] = ()

    @property
    def is_kept(self) -> bool:
        """Whether the meeting was quorate throughout."""
        return not self.short and self.seated >= self.needed


def needed(members: int, *, one_in: int, least: int) -> int:
    """How many of the panel's members have to be there: one in so many, rounded up."""
    return max(-(-members // one_in), least)


def reckon(
    items: Iterable[Item], seats: Collection[Seat], *, members: int, one_in: int, least: int
) -> Quorum:
    """How it stood with the quorum of a meeting, item by item. Before anyone is recorded as
    present nothing is short: it is not known."""
    enough = needed(members, one_in=one_in, least=least)
    there = [(item.number, sum(seat.counts_at(item.place) for seat in seats)) for item in items]
    short = [(number, count) for number, count in there if count < enough]
    return Quorum(members, enough, len(seats), tuple(short) if seats else ())


def in_words(quorum: Quorum, *, is_over: bool = True) -> str:
    """How it stood, or stands while the meeting is not over, in a sentence or two."""
    asked = f"The quorum is {quorum.needed} of {_members(quorum.members)}."
    if not quorum.seated:
        return asked
    were = "was" if quorum.seated == 1 else "were"
    came = f"{_members(quorum.seated)} {were} there"
    if quorum.seated < quorum.needed:
        return f"{asked} {came}, so the meeting was not quorate."
    if not quorum.short and not is_over:
        are = "is" if quorum.seated == 1 else "are"
        return f"{asked} {_members(quorum.seated)} {are} there, and the meeting is quorate."
    if not quorum.short:
        return f"{asked} {came}, and the meeting was quorate throughout."
    listed = ", ".join(f"{number} ({count} there)" for number, count in quorum.short)
    items = "item" if len(quorum.short) == 1 else "items"
    return f"{asked} {came}, but the meeting was not quorate at {items} {listed}."


def shortfall(quorum: Quorum) -> str:
    """How it stood where the meeting was not quorate, or not at every item; empty where it was,
    and where nobody is recorded yet."""
    return in_words(quorum) if quorum.seated and not quorum.is_kept else ""


def _members(number: int) -> str:
    return f"{number} member" if number == 1 else f"{number} members"
