"""The labels of an agenda's papers: "Paper B", "Appendix A to Paper B". None comes twice."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from string import ascii_uppercase

LETTERED = re.compile(r"(?P<word>paper|report|appendix|annex)\s+(?P<mark>[a-z]{1,2}|\d{1,3})", re.I)
APPENDIX = re.compile(
    r"(?P<own>(?:appendix|annex)\s+(?:[a-z]{1,2}|\d{1,3}))\s+to\s+(?P<to>.+)", re.I
)
USUAL = "Paper"
MARKS = [
    *ascii_uppercase,
    *(first + second for first in ascii_uppercase for second in ascii_uppercase),
]
"""A to Z, then AA to ZZ."""


def same(one: str, other: str) -> bool:
    """Whether two labels are read as the same."""
    return _plain(one) == _plain(other)


def next_paper(labels: Iterable[str]) -> str:
    """The label after those of the sort of the last: "Paper C" after A and B, "Paper 3" after 1
    and 2."""
    return _next([label for label in labels if not APPENDIX.fullmatch(label.strip())], USUAL)


def next_appendix(labels: Iterable[str], to: str) -> str:
    """The label of one more appendix to a paper: "Appendix A to Paper B"."""
    found = (APPENDIX.fullmatch(label.strip()) for label in labels)
    own = [each["own"] for each in found if each and same(each["to"], to)]
    return f"{_next(own, 'Appendix')} to {to}"


def instead_of(label: str, labels: Iterable[str]) -> str:
    """A label that is free, of the same sort as one that is not."""
    labels = list(labels)
    if appendix := APPENDIX.fullmatch(label.strip()):
        return next_appendix(labels, appendix["to"])
    if read := LETTERED.fullmatch(label.strip()):
        found = ((each, LETTERED.fullmatch(each.strip())) for each in labels)
        labels = [each for each, other in found if other and _sort(other) == _sort(read)]
    return next_paper(labels)


def _next(labels: Iterable[str], usual: str) -> str:
    read = [each for label in labels if (each := LETTERED.fullmatch(label.strip()))]
    if not read:
        return f"{usual} A"
    read = [each for each in read if _sort(each) == _sort(read[-1])]
    taken = {each["mark"].upper() for each in read}
    word = read[-1]["word"].capitalize()
    if read[-1]["mark"].isdigit():
        numbers = [int(mark) for mark in taken if mark.isdigit()]
        return f"{word} {max(numbers) + 1}"
    lettered = [mark for mark in taken if not mark.isdigit()]
    return f"{word} {MARKS[max(map(MARKS.index, lettered)) + 1]}"


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()


# --- Labels that follow the order of the agenda ------------------------------------------------


def relabelled(labels: Sequence[str], *, gone: Sequence[str] = ()) -> list[str]:
    """The labels of an agenda's papers, in its order, as they should be: those of one sort
    ("Paper", "Report") in alphabetical order, without a gap, from the first that is in use; an
    appendix follows its paper, and the appendices of a paper are in order among themselves.

    Numbers are put in order only where they run without a gap: others may be those of the items.
    Whatever else a label says stays. ``gone`` are labels that were taken away just now."""
    found = [APPENDIX.fullmatch(label.strip()) for label in labels]
    answer = [label if of else "" for label, of in zip(labels, found, strict=True)]
    _order(labels, answer, [at for at, of in enumerate(found) if not of], gone=gone)
    depth = {at: of["to"].lower().count(" to ") for at, of in enumerate(found) if of}
    for level in sorted(set(depth.values())):  # an appendix of an appendix comes after it
        here = [at for at in depth if depth[at] == level]
        _order_appendices(labels, answer, here, gone=gone)
    return [old if same(old, new) else new for old, new in zip(labels, answer, strict=True)]


def appendices_to(label: str, labels: Iterable[str]) -> list[str]:
    """Those of the labels that are appendices to that one."""
    found = ((each, APPENDIX.fullmatch(each.strip())) for each in labels)
    return [each for each, of in found if of and label.strip() and same(of["to"], label)]


def missing_paper_of(label: str, labels: Iterable[str]) -> str:
    """The label of the paper that an appendix is to, where no paper has it; "" otherwise. What is
    no label ("Appendix A to the budget") is not looked for."""
    found = APPENDIX.fullmatch(label.strip())
    to = found["to"].strip() if found else ""
    is_label = LETTERED.fullmatch(to) or APPENDIX.fullmatch(to)
    return to if is_label and not any(same(to, each) for each in labels) else ""


def moved_to(label: str, to: str) -> str:
    """The label of an appendix to another paper: "Appendix A to Paper C"."""
    found = APPENDIX.fullmatch(label.strip())
    return f"{found['own']} to {to}" if found else label


def names(text: str, label: str) -> bool:
    """Whether a text speaks of a paper by that label."""
    return bool(label.strip()) and _named(label).search(text) is not None


def without(text: str, label: str) -> str:
    """The text without that label."""
    return _named(label).sub(" ", text)


def _named(label: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, label.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.I)


def _order(
    labels: Sequence[str], answer: list[str], places: Sequence[int], *, gone: Sequence[str]
) -> None:
    """Put the labels at those places, which are of papers, in order."""
    read = {at: LETTERED.fullmatch(labels[at].strip()) for at in places}
    sorts: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, each in read.items():
        answer[at] = labels[at]
        if each:
            sorts[_sort(each)].append(at)
    before = [each for label in gone if (each := LETTERED.fullmatch(label.strip()))]
    for sort, there in sorts.items():
        used = [read[at]["mark"] for at in there]
        lost = [each["mark"] for each in before if _sort(each) == sort]
        for at, mark in zip(there, _run(used, lost), strict=True):
            answer[at] = f"{read[at]['word']} {mark}"


def _order_appendices(
    labels: Sequence[str], answer: list[str], places: Sequence[int], *, gone: Sequence[str]
) -> None:
    """Let the appendices at those places follow what they are to, and put them in order."""
    of: dict[str, list[int]] = defaultdict(list)
    named: dict[str, tuple[str, str]] = {}
    for at in places:
        to = APPENDIX.fullmatch(labels[at].strip())["to"]
        parent = _place_of(to, labels, at)
        now = to if parent is None else answer[parent]
        of[_plain(now)].append(at)
        named.setdefault(_plain(now), (now, to))
    for now, to in named.values():
        own = [moved_to(labels[at], "").removesuffix(" to ") for at in of[_plain(now)]]
        lost = [moved_to(each, "").removesuffix(" to ") for each in appendices_to(to, gone)]
        ordered = list(own)
        _order(own, ordered, range(len(own)), gone=lost)
        for at, mine in zip(of[_plain(now)], ordered, strict=True):
            answer[at] = f"{mine} to {now}"


def _place_of(label: str, labels: Sequence[str], at: int) -> int | None:
    """Where the paper of that label is: of several the last before that place."""
    there = [place for place, each in enumerate(labels) if place != at and same(each, label)]
    before = [place for place in there if place < at]
    return before[-1] if before else next(iter(there), None)


def _sort(label: re.Match[str]) -> tuple[str, bool]:
    return label["word"].casefold(), label["mark"].isdigit()


def _run(used: Sequence[str], lost: Sequence[str]) -> Sequence[str]:
    """The marks in their order; as they are where they follow no order that is known here."""
    if used[0].isdigit():
        numbers = {int(mark) for mark in (*used, *lost)}
        runs = len(numbers) == max(numbers) - min(numbers) + 1
        return [str(min(numbers) + at) for at in range(len(used))] if runs else used
    places = sorted(MARKS.index(mark.upper()) for mark in (*used, *lost))
    is_far = any(later - one > len(ascii_uppercase) for one, later in pairwise(places))
    if is_far or places[0] + len(used) > len(MARKS):  # "ii" after "i" is a number
        return used
    marks = MARKS[places[0] : places[0] + len(used)]
    return [mark.lower() if old.islower() else mark for mark, old in zip(marks, used, strict=True)]
