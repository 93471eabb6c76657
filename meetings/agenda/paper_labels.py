"""The labels of an agenda's papers: "Paper B", "Appendix A to Paper B". None comes twice."""

import re
from collections.abc import Iterable
from string import ascii_uppercase

LETTERED = re.compile(r"(?P<word>paper|report|appendix|annex)\s+(?P<mark>[a-z]{1,2}|\d{1,3})", re.I)
APPENDIX = re.compile(
    r"(?P<own>(?:appendix|annex)\s+(?:[a-z]{1,2}|\d{1,3}))\s+to\s+(?P<to>.+)", re.I
)
USUAL = "Paper"


def same(one: str, other: str) -> bool:
    """Whether two labels are read as the same."""
    return _plain(one) == _plain(other)


def next_paper(labels: Iterable[str]) -> str:
    """The label after those of the papers: "Paper C" after A and B, "Paper 3" after 1 and 2."""
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
    return next_paper(labels)


def _next(labels: Iterable[str], usual: str) -> str:
    read = [each for label in labels if (each := LETTERED.fullmatch(label.strip()))]
    if not read:
        return f"{usual} A"
    taken = {each["mark"].upper() for each in read}
    word = read[-1]["word"].capitalize()
    if read[-1]["mark"].isdigit():
        numbers = [int(mark) for mark in taken if mark.isdigit()]
        return f"{word} {max(numbers) + 1}"
    doubled = [first + second for first in ascii_uppercase for second in ascii_uppercase]
    lettered = [mark for mark in taken if not mark.isdigit()]
    marks = [*ascii_uppercase, *doubled]
    return f"{word} {marks[max(map(marks.index, lettered)) + 1]}"


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()
