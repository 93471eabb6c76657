"""Where sentences begin and end, in the prose of councils and Commissioners.

Full stops there end abbreviations ("Cllr.", "para. 4"), sit inside labels ("49.b", "4.3.4") and
get lost or glued to the next word when a PDF is turned into text.
"""

import re

_END = re.compile(
    r"[.!?][*_]*[)\]'\"’”]*[*_]*"  # the stop, and the quotes, brackets or emphasis it closes with
    r"(?:(?=\s)|(?=[A-Z][a-z])|$)"  # then a gap; or none at all: "the road.When it opens"
)
_ABBREVIATION = re.compile(
    r"(?<![A-Za-z'’])(?:(?i:mr|mrs|ms|dr|rev|hon|cllr|cllrs|para|paras|pp|sch|reg|vol|ref|app|"
    r"fig|e\.g|i\.e|eg|ie|cf|viz|approx|dept|govt|supt|insp|sgt)|No|Nos|St|p|s|ss)\.$"
)
_INITIAL = re.compile(r"(?<![A-Za-z0-9.'’])[A-HJ-Z]\.$")
_LETTERED_THING = re.compile(
    r"\b(?:section|part|class|category|appendix|annex|paper|schedule|band|group|point|item|"
    r"division|option|priority|[0-9]+)\s+[A-Z]\.$",
    re.IGNORECASE,
)
_OPENING_NUMBER = re.compile(r"\(?(?:\d{1,2}|[ivxl]{1,4})\.")


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of ``text``, white space at either side left out."""
    found, start = [], 0
    for stop in _END.finditer(text):
        if _ends_here(text, start, stop):
            found.append(_trimmed(text, start, stop.end()))
            start = stop.end()
    found.append(_trimmed(text, start, len(text)))
    return [(low, high) for low, high in found if low < high]


def split(text: str) -> list[str]:
    """The sentences of ``text``."""
    return [text[low:high] for low, high in spans(text)]


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, or run of sentences, that holds ``text[start:end]``."""
    low, high = start, end
    for first, last in spans(text):
        if first <= start < last:
            low = first
        if first < end <= last:
            high = last
    return low, high


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    if text[stop.start()] != ".":
        return True
    # 80 characters are enough to see an abbreviation, and keep long texts quick.
    before = text[max(start, stop.start() - 80) : stop.start() + 1].lstrip()
    after = text[stop.end() : stop.end() + 40].lstrip()
    if after[:1].islower() or _OPENING_NUMBER.fullmatch(before):
        return False
    if _ABBREVIATION.search(before):
        return False
    return not _INITIAL.search(before) or bool(_LETTERED_THING.search(before))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
