"""Numbers that are used more than once: told to the officer, with where else each is used.

Numbers that begin again under a new heading, as in each chapter or in an annex, are what the
author meant: that is said once, where they begin. Any other number used twice is marked wherever
it stands.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plans import labels

from .plan import PlanParagraph

_FIRST_WORDS = 6
_NAMED = 5


@dataclass(slots=True)
class Doubts:
    """The paragraphs with what was found, the numbers used twice, and where numbers begin again."""

    plan: list[PlanParagraph]
    repeated: list[str]
    restarts: list[str]


def with_doubts(plan: Sequence[PlanParagraph]) -> Doubts:
    """Mark the numbers that are used more than once."""
    runs, begins = _runs(plan)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, paragraph in enumerate(plan):
        if paragraph.label:
            places[labels.key(paragraph.label)].append(index)
    found = list(plan)
    repeated = []
    for indexes in places.values():
        by_run = [[i for i in indexes if runs[i] == run] for run in {runs[i] for i in indexes}]
        for same in by_run:
            if len(same) > 1:
                repeated.append(plan[same[0]].label)
                for index in same:
                    other = same[1] if index == same[0] else same[0]
                    found[index] = _unsure(found[index], _also(plan, index, other))
    for index in begins:
        found[index] = _unsure(found[index], _begins_again(plan, runs, places, index))
    restarts = [plan[index].heading[-1] for index in begins]
    return Doubts(found, repeated, restarts)


def problems(doubts: Doubts) -> list[str]:
    """Sentences about the plan as a whole."""
    found = []
    if len(doubts.repeated) == 1:
        found.append(
            f"The number {doubts.repeated[0]} is used more than once: check it, for it cannot be"
            " cited."
        )
    elif doubts.repeated:
        found.append(
            f"{len(doubts.repeated)} numbers are used more than once ({_list(doubts.repeated)}):"
            " check them, for what they number cannot be told apart when it is cited."
        )
    if doubts.restarts:
        under = _list([f"“{heading}”" for heading in doubts.restarts])
        found.append(
            f"The numbers begin again under {under}: a number alone does not say which paragraph"
            " is meant, so cite it with its heading."
        )
    return found


def _list(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" and others" if len(names) > _NAMED else "")


def _runs(plan: Sequence[PlanParagraph]) -> tuple[list[int], list[int]]:
    """The run of numbers that each paragraph belongs to, and where runs after the first begin."""
    runs: list[int] = []
    begins: list[int] = []
    seen: set[tuple[str, ...]] = set()
    heading: tuple[str, ...] = ()
    for index, paragraph in enumerate(plan):
        key = labels.key(paragraph.label) if paragraph.label else ()
        if key in seen and paragraph.heading != heading and _is_first(paragraph.label):
            begins.append(index)
            seen = set()
        if key:
            seen.add(key)
            heading = paragraph.heading
        runs.append(len(begins))
    return runs, begins


def _is_first(label: str) -> bool:
    """Whether a number is one that numbers begin with: 1, 1.1, 1(a), but not 4.1."""
    parsed = labels.parse(label)
    return parsed is not None and set(parsed.numbers) == {1} and not any(parsed.subs[1:])


def _unsure(paragraph: PlanParagraph, why: str) -> PlanParagraph:
    # That "2 comes after 2" need not be said beside what the other 2 is.
    before = "" if " comes after " in paragraph.unsure else paragraph.unsure
    return replace(paragraph, unsure=f"{before} {why}".strip())


def _also(plan: Sequence[PlanParagraph], index: int, other: int) -> str:
    words = plan[other].text.split()
    shown = " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")
    where = _where(plan[other], unlike=plan[index])
    return f"{plan[index].label} is also the number of “{shown}”{where}: check both."


def _begins_again(
    plan: Sequence[PlanParagraph],
    runs: Sequence[int],
    places: dict[tuple[str, ...], list[int]],
    begin: int,
) -> str:
    """What is said where numbers begin again."""
    again = [
        i
        for i in range(begin, len(plan))
        if runs[i] == runs[begin]
        and plan[i].label
        and not labels.key(plan[i].label)[1:]
        and places[labels.key(plan[i].label)][0] < begin
    ] or [begin]
    first, last = plan[again[0]].label, plan[again[-1]].label
    numbers = f"{first} is" if first == last else f"{first} to {last} are"
    other = plan[places[labels.key(plan[begin].label)][0]]
    return f"The numbers begin again here: {numbers} used before as well{_where(other)}."


def _where(paragraph: PlanParagraph, unlike: PlanParagraph | None = None) -> str:
    under = paragraph.heading[-1:] if not unlike or unlike.heading != paragraph.heading else ()
    page = f" on page {paragraph.page}" if paragraph.page else ""
    return (f" under “{under[0]}”" if under else "") + page
