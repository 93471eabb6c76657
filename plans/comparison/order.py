"""The order in which changes are read."""

from collections.abc import Iterable

from .passages import Change


def in_order(changes: Iterable[Change]) -> list[Change]:
    """By place in the later version; what was removed follows what it used to follow."""
    changes = list(changes)
    place_of = {i: change.later[0] for change in changes for i in change.earlier if change.later}
    follows: dict[int, int] = {}
    latest = -1
    for i in range(max((i for change in changes for i in change.earlier), default=-1) + 1):
        latest = place_of.get(i, latest)
        follows[i] = latest

    def place(change: Change) -> tuple[int, int, int]:
        if change.later:
            return (change.later[0], 0, 0)
        return (follows[change.earlier[0]], 1, change.earlier[0])

    return sorted(changes, key=place)
