"""The paragraphs of a document shared out: what stands above the items, and each item's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from . import evidence, headings, numbers, wording
from .paragraphs import Paragraph

_ISSUE = re.compile(r"Meeting:\s*.{4,}\(Item\s+[0-9]+[a-z]?\)\s*$")
_LONGEST_TITLE = 60


@dataclass(slots=True)
class RawItem:
    """An item before its paragraphs are read. ``minuted`` is None where the document does not
    tell what was minuted from what the agenda said, and False where it says that nothing was."""

    number: numbers.Number | None = None
    title: str = ""
    purpose: list[str] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    minuted: bool | None = None
    title_lost: bool = False

    @property
    def printed(self) -> str:
        """The number as printed."""
        return self.number.printed if self.number else ""


@dataclass(slots=True)
class Shared:
    """A document shared out between its items, with what no item has."""

    header: list[Paragraph] = field(default_factory=list)
    items: list[RawItem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def share(paragraphs: Sequence[Paragraph]) -> Shared:
    """The header and the items. A document without any title is one item without one."""
    starts = _starts(paragraphs)
    first = starts[0] if starts else _end_of_header(paragraphs)
    if starts and (before := _minuted_before(paragraphs[:first])) is not None:
        return _with_untitled(share(paragraphs[first:]), paragraphs, before, first)
    header = [p for p in paragraphs[:first] if not p.label]
    header += [p for p in paragraphs[first:] if _ISSUE.match(p.text)]
    shared = Shared(header=header)
    edges = [*(starts or [first]), len(paragraphs)]
    labelled = any(p.label == "minutes" for p in paragraphs)
    for low, high in pairwise(edges):
        part = [p for p in paragraphs[low:high] if not _ISSUE.match(p.text)]
        if part and any(p.text or p.printed for p in part):
            shared.items.append(_item(part, shared, labelled=labelled, titled=bool(starts)))
    if starts and all(wording.is_purpose(p.text) for item in shared.items for p in item.body):
        for item in shared.items:  # an agenda, with nothing minuted in it
            item.purpose += [_said(p) for p in item.body]
            item.body = []
    return shared


def _minuted_before(header: Sequence[Paragraph]) -> int | None:
    """Where, above the first title, something is minuted all the same: the page begins in the
    midst of an item."""
    decided = [
        i
        for i, p in enumerate(header)
        if wording.opens_kind(p.text) or (p.number and p.number.family == "decimal")
    ]
    reported = [i for i, p in enumerate(header) if evidence.is_reported(p.text)]
    found = [*decided, *(reported if decided or len(reported) > 1 else [])]
    return min(found, default=None)


def _with_untitled(
    shared: Shared, paragraphs: Sequence[Paragraph], before: int, first: int
) -> Shared:
    """The items with one before them that has no title."""
    shared.header = [p for p in paragraphs[:before] if not p.label] + shared.header
    shared.items.insert(0, RawItem(body=[p for p in paragraphs[before:first] if not p.label]))
    return shared


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where items begin: at their titles, and where a label says so though the title is lost."""
    pages = [i for i, p in enumerate(paragraphs) if p.label == "agenda item"]
    if len(pages) == 1 and not any(p.label == "tag" for p in paragraphs):
        return [pages[0] + 1] if pages[0] + 1 < len(paragraphs) else []
    issues = [i for i, p in enumerate(paragraphs) if _ISSUE.match(p.text)]
    if issues:
        return [i + 1 for i in issues if i + 1 < len(paragraphs)]
    starts = set(headings.of(paragraphs))
    return sorted(starts | _untitled(paragraphs, starts))


def _untitled(paragraphs: Sequence[Paragraph], starts: set[int]) -> set[int]:
    """Where an item begins without a title that could be told: each item has one "Minutes:" and
    one list of documents, so a second one belongs to another item."""
    found: set[int] = set()
    begun, last = 0, ""
    for index, each in enumerate(paragraphs):
        if index in starts:
            begun, last = index, ""
            continue
        if each.label not in ("documents", "minutes"):
            continue
        again = each.label == last or (each.label == "documents" and last == "minutes")
        if again or (last == "" and begun not in starts):
            start = _start_before(paragraphs, index, begun)
            if start is not None:
                found.add(start)
                begun = start
        last = each.label
    return found


def _start_before(paragraphs: Sequence[Paragraph], label: int, begun: int) -> int | None:
    """The paragraph where the item of this label begins: the first of its row of a table, or the
    nearest that may be a title or a purpose."""
    for index in range(label, begun, -1):
        if paragraphs[index].ends_row:
            return index
    for index in range(label - 1, begun, -1):
        if paragraphs[index].label:
            break
        if wording.is_title(paragraphs[index].text) or wording.is_purpose(paragraphs[index].text):
            return index
    return label


def _end_of_header(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs of a document without titles are no sentences: names, dates, places."""
    for index, each in enumerate(paragraphs):
        text = each.text
        if each.number or each.label or each.kind or text.endswith((".", ":", ";", "–", "-")):
            return index
        if len(text.split()) > headings._SHORT or wording.is_purpose(text):
            return index
    return 0


def _item(part: Sequence[Paragraph], shared: Shared, *, labelled: bool, titled: bool) -> RawItem:
    item = RawItem()
    rest = list(part)
    if titled:
        rest = _take_title(item, rest, labelled=labelled)
    at = next((i for i, p in enumerate(rest) if p.label == "minutes"), None)
    if at is not None:
        item.minuted = True
        before, rest = rest[:at], rest[at + 1 :]
        decided = next((i for i, p in enumerate(before) if wording.opens_kind(p.text)), at)
        before, rest = before[:decided], [*before[decided:], *rest]
        item.purpose += [_said(p) for p in before if not p.label and _is_said(before, p)]
        shared.left_out += [p.whole for p in before if not p.label and not _is_said(before, p)]
    elif labelled and not any(p.kind == "action" for p in rest):
        item.minuted = False
        said = [p for p in rest if not p.label and _is_said(rest, p)]
        item.purpose += [_said(p) for p in said]
        shared.left_out += [p.whole for p in rest if not p.label and p not in said]
        rest = []
    else:
        rest = _take_purpose(item, rest) if titled else rest
    end = next((i for i, p in enumerate(rest) if p.label == "supporting"), len(rest))
    item.body = [p for p in rest[:end] if not p.label]
    shared.left_out += [p.whole for p in rest[end:] if not p.label]
    return item


def _is_said(part: Sequence[Paragraph], each: Paragraph) -> bool:
    """Whether a paragraph before the minutes is the agenda's, and not the name of a file."""
    documents = next((i for i, p in enumerate(part) if p.label == "documents"), len(part))
    return part.index(each) < documents


def _said(each: Paragraph) -> str:
    return each.whole


def _take_title(item: RawItem, rest: list[Paragraph], *, labelled: bool) -> list[Paragraph]:
    """Give the item its number and title; what is left are its other paragraphs."""
    first = rest[0]
    if first.label:
        item.title_lost = True
        return rest
    if first.number and first.number.family != "bullet":
        item.number = first.number
        if not first.text:
            item.title_lost = True
            return rest[1:]
    split = wording.run_in(first.text)
    whole = wording.is_title(first.text) or wording.is_standing(first.text)
    whole = whole and (
        wording.is_standing(first.text)
        or wording.is_capitals(first.text)
        or not (split and wording.is_capitals(split[0]))
    )
    if wording.runs_in(first.text) and first.text.endswith("."):
        whole = False
    if split and not whole:
        item.title = split[0]
        return [replace(first, text=split[1], number=None), *rest[1:]]
    item.title = first.text.rstrip(" :")
    item.title_lost = labelled and wording.is_purpose(first.text) and not first.number
    return rest[1:]


def _take_purpose(item: RawItem, rest: list[Paragraph]) -> list[Paragraph]:
    """What the agenda said of the item, where minutes follow it; alone it may be what was
    minuted."""
    purposes = 0
    for each in rest:
        if each.label or each.kind or not wording.is_purpose(each.text):
            break
        purposes += 1
    only_labels = all(p.label for p in rest[purposes:])
    if not purposes or only_labels:
        return rest
    item.purpose += [_said(p) for p in rest[:purposes]]
    return rest[purposes:]
