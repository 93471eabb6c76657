"""How well and how fast two versions of a plan are compared, beside two simple ways of doing it.

    make bench

On the demo's two plans, whose true links a careful reader has written down. Times are the best of
three, as ratios to ours in the same run; F1 is over links from an earlier to a later paragraph.
"""

import difflib
import time
from collections.abc import Callable, Sequence

from demo import sources, truth
from plans.comparison import Passage, compare

Link = tuple[int, int]


def ours(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    return {
        (i, j) for change in compare(earlier, later) for i in change.earlier for j in change.later
    }


def same_number(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    """What a person with two printouts does first."""
    places = {passage.label: j for j, passage in enumerate(later) if passage.label}
    labelled = ((i, passage.label) for i, passage in enumerate(earlier))
    return {(i, places[label]) for i, label in labelled if label in places}


def best_ratio(earlier: Sequence[Passage], later: Sequence[Passage]) -> set[Link]:
    """The most similar paragraph by difflib, where that holds both ways."""
    ratios = [
        [difflib.SequenceMatcher(None, old.text, new.text).ratio() for new in later]
        for old in earlier
    ]
    nearest = [max(range(len(later)), key=row.__getitem__) for row in ratios]
    back = [max(range(len(earlier)), key=lambda i: ratios[i][j]) for j in range(len(later))]
    return {(i, j) for i, j in enumerate(nearest) if back[j] == i}


def main() -> None:
    plans = [sources.plan(name).passages for name in ("draft-plan", "issued-plan")]
    keys = [{passage.key: place for place, passage in enumerate(plan)} for plan in plans]
    true = {
        (keys[0][before], keys[1][after])
        for revision in truth.revisions()
        for before in revision.earlier
        for after in revision.later
    }
    earlier, later = ([Passage(p.label, p.heading, p.text) for p in plan] for plan in plans)
    print(f"Comparing {len(earlier)} with {len(later)} paragraphs of the demo's plans")
    measured = {
        way.__name__: measure(way, earlier, later) for way in (ours, same_number, best_ratio)
    }
    fastest = measured["ours"][0]
    for name, (seconds, found) in measured.items():
        print(f"  {name:12} F1 {f1(found, true):.3f}   {seconds / fastest:8.2f} times our time")


def measure(
    way: Callable[..., set[Link]], earlier: Sequence[Passage], later: Sequence[Passage]
) -> tuple[float, set[Link]]:
    """The best of three times, in seconds, and what was found."""
    times, found = [], set()
    for _ in range(3):
        began = time.perf_counter()
        found = way(earlier, later)
        times.append(time.perf_counter() - began)
    return min(times), found


def f1(found: set[Link], true: set[Link]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * len(found & true) / (len(found) + len(true)) if found or true else 1.0


if __name__ == "__main__":
    main()
