"""The contents list of a document, told by what it says: that its lines come again as headings."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .titles import CONTENTS

_LONGEST = 200
"""Characters of an entry."""
_MOST_LINES = 3
"""An entry runs over no more."""
_FEWEST = 3
"""Entries make a list."""
_SKIPPED = 2
"""Lines within a list that were not found again: a wrapped one, or a word such as "Page"."""
_FURTHEST = 1_000
"""A list begins among so many lines."""

_PAGE_AFTER = re.compile(r"(.+?)[\s.…·_]+(\d{1,4}|[ivxlc]{1,7})")
_PAGE_BEFORE = re.compile(r"(\d{1,4})\s+(.+)")
_SENTENCE = re.compile(r"[.;:,]\s*$")
_NOT_WORDS = re.compile(r"[\W_]+")


def listed(lines: Sequence[str]) -> set[int]:
    """The indexes of the lines that are a contents list, its heading with them.

    A list has at least three entries in a row that come again further down, with a page number
    after or before each; under the heading "Contents" the numbers may be missing.
    """
    last = _last_places(lines)
    found: set[int] = set()
    run: list[_Entry] = []
    at = 0
    while at < min(len(lines), _FURTHEST):
        entry = _entry(lines, at, last)
        # What was listed comes again, without its page: the text has begun.
        words = {known.words for known in run}
        over = any(_words(joined) in words for joined in _joined(lines, at))
        if over or (entry is None and run and at - run[-1].end >= _SKIPPED):
            found |= _taken(lines, run)
            run = []
        if entry is not None:
            run.append(entry)
        at = entry.end if entry else at + 1
    return found | _taken(lines, run)


class _Entry(NamedTuple):
    """From line ``start`` to before ``end``; ``page`` is 0 for a roman number, None for none."""

    start: int
    end: int
    words: str
    page: int | None


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a contents list."""
    return CONTENTS.fullmatch(line.strip(" :\t")) is not None


def _last_places(lines: Sequence[str]) -> dict[str, int]:
    """Where each line, or a few of them together, comes last."""
    places: dict[str, int] = {}
    for index, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        for joined in _joined(lines, index):
            places[_words(joined)] = index
    return places


def _joined(lines: Sequence[str], at: int) -> Iterator[str]:
    joined = ""
    for line in lines[at : at + _MOST_LINES]:
        joined = f"{joined} {line}".strip()
        if len(joined) > _LONGEST:
            return
        yield joined


def _entry(lines: Sequence[str], at: int, last: dict[str, int]) -> _Entry | None:
    """The entry that begins here, if one does."""
    for count, joined in enumerate(_joined(lines, at), start=1):
        for name, page in _readings(joined):
            words = _words(name)
            if _SENTENCE.search(name) or not words.strip("0123456789 "):
                continue
            if last.get(words, -1) >= at + count:
                return _Entry(at, at + count, words, page)
    return None


def _readings(line: str) -> Iterator[tuple[str, int | None]]:
    """The line's words and its page, as it may be read."""
    if match := _PAGE_AFTER.fullmatch(line):
        yield match[1], int(match[2]) if match[2].isdecimal() else 0
    if match := _PAGE_BEFORE.fullmatch(line):
        yield match[2], int(match[1])
    yield line, None


def _taken(lines: Sequence[str], run: list[_Entry]) -> set[int]:
    """The lines of a run of entries, if it is a contents list."""
    if len(run) < _FEWEST:
        return set()
    start, end = run[0].start, run[-1].end
    above = [i for i in range(max(0, start - _SKIPPED), start) if is_heading(lines[i])]
    if not above and not _are_pages([entry.page for entry in run]):
        return set()
    return set(range(above[0] if above else start, end))


def _are_pages(pages: list[int | None]) -> bool:
    """Whether the numbers of the entries are those of pages: not 1, 2, 3, which count them."""
    given = [page for page in pages if page is not None]
    if len(given) < 0.6 * len(pages):
        return False
    arabic = [page for page in given if page]
    counts = arabic == list(range(1, len(arabic) + 1)) and len(arabic) > 1
    return arabic == sorted(arabic) and not counts


def _words(line: str) -> str:
    return _NOT_WORDS.sub(" ", line.lower()).strip()
