"""How many recommendations each choice of a filter would show. Pure."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from .narrowing import FACETS, NONE, value_of
from .positions import Position


@dataclass(frozen=True)
class Counted:
    """What is shown, out of how many, and for each facet how many each value would show."""

    shown: list[Position]
    total: int
    choices: Mapping[str, Counter[str]]


def counted(positions: Sequence[Position], chosen: Mapping[str, Collection[str]]) -> Counted:
    """Count each facet's values with all the other facets' choices applied, so that the number
    beside a choice is what choosing it alone would show."""
    if not chosen:
        return Counted(list(positions), len(positions), {f: tally(positions, f) for f in FACETS})
    shown: list[Position] = []
    choices: dict[str, Counter[str]] = {}
    missed: dict[str, list[Position]] = {facet: [] for facet in chosen}
    for position in positions:
        # Whoever misses by one facet alone would be shown by another choice of that facet.
        misses = [f for f, values in chosen.items() if value_of(position, f) not in values]
        if not misses:
            shown.append(position)
        elif len(misses) == 1:
            missed[misses[0]].append(position)
    for facet in FACETS:
        choices[facet] = tally(shown, facet) + tally(missed.get(facet, ()), facet)
    return Counted(shown, len(positions), choices)


def tally(positions: Collection[Position], facet: str) -> Counter[str]:
    """How many positions have each value of a facet."""
    found = Counter(map(attrgetter(facet), positions))
    if facet == "to_confirm":
        return Counter({"yes" if value else "no": number for value, number in found.items()})
    plain: Counter[str] = Counter()
    for value, number in found.items():
        plain[NONE if value is None or value == "" else str(value)] += number
    return plain
