"""A document read as minutes: the panel, the day, the items and what was minuted under each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pcp_scrutiny.documents import Document

from . import (
    closing,
    damage,
    doubts,
    entries,
    evidence,
    items,
    lines,
    masthead,
    paragraphs,
    wording,
)
from .minutes import Item, Minutes

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_minutes(document: Document) -> Minutes:
    """What the minutes say, item by item; what could not be known is in ``unsure``.

    Nothing is raised for a text that is no minutes: it has no items, and ``unsure`` says why.
    """
    found = lines.of(document.blocks, structured=document.media_type == _WORD)
    joined, page_numbers = paragraphs.of(found.lines)
    left_out = [*found.left_out, *page_numbers, *(p.marked for p in joined if p.marked.isalpha())]
    shared = items.share(joined)
    header = [p.whole for p in shared.header]
    known = [raw for raw in shared.items if wording.is_standing(raw.title)]
    if why := evidence.against(joined, items=len(known)):
        return _no_minutes(joined, left_out, why)
    close = _take_close(shared)
    read = [_item(raw) for raw in shared.items]
    top = masthead.read([*header, *found.left_out[:6]], _texts(shared.items))
    unsure = [*top.unsure, *_between(shared.items)]
    kept: list[Item] = []
    for raw, (item, item_left_out, item_unsure) in zip(shared.items, read, strict=True):
        of_item = tuple(dict.fromkeys((*_of_title(raw, item), *item_unsure)))
        kept.append(replace(item, unsure=of_item))
        left_out += item_left_out
        unsure += of_item
    labelled = any(p.label == "minutes" for p in joined)
    if kept and not labelled and not any(item.entries for item in kept):
        unsure = [*top.unsure, *_between(shared.items), doubts.ONLY_AGENDA]
    left_out += close
    unsure += [doubts.CLOSE.format(words=" ".join(close))] if close else []
    return Minutes(
        body=top.body,
        date=top.date,
        items=tuple(kept),
        unsure=tuple(dict.fromkeys(unsure)),
        header=tuple(header),
        left_out=(*left_out, *shared.left_out),
        starts_at=top.starts_at,
        venue=top.venue,
    )


def _take_close(shared: items.Shared) -> list[str]:
    """The words with which the meeting closed, taken from the end of the last item."""
    if not shared.items:
        return []
    last = shared.items[-1]
    last.body, close = closing.apart(last.body)
    return close


def _no_minutes(
    joined: Sequence[paragraphs.Paragraph], left_out: Sequence[str], why: str
) -> Minutes:
    return Minutes(
        body=None,
        date=None,
        items=(),
        unsure=(doubts.NO_MINUTES.format(why=why),),
        header=tuple(p.whole for p in joined if not p.label),
        left_out=tuple(left_out),
    )


def _item(raw: items.RawItem) -> tuple[Item, Sequence[str], list[str]]:
    place = doubts.place_of(raw.printed, raw.title)
    read = entries.of(raw.body, place=place)
    item = Item(raw.printed, raw.title, read.entries, tuple(raw.purpose))
    unsure = [*read.unsure, *damage.of_item(item, place)]
    if broken := [word for each in raw.body for word in each.broken]:
        words = ", ".join(f"“{word}”" for word in broken)
        unsure.append(doubts.BROKEN_WORDS.format(place=place, words=words))
    return item, read.left_out, unsure


def _of_title(raw: items.RawItem, item: Item) -> list[str]:
    place = doubts.place_of(raw.printed, raw.title)
    found = []
    if not raw.title:
        found.append(_no_title(raw, item, place))
    elif raw.title_lost:
        found.append(doubts.TITLE_IN_DOUBT.format(words=doubts.first_words(raw.title)))
    if not item.entries:
        found.append(doubts.NOTHING_MINUTED.format(place=place))
    return found


def _no_title(raw: items.RawItem, item: Item, place: str) -> str:
    begins = item.purpose[0] if item.purpose else item.entries[0].text if item.entries else ""
    if raw.printed or not begins:
        return doubts.NO_TITLE.format(place=place)
    return doubts.NO_TITLE_BEGINS.format(words=doubts.first_words(begins))


def _between(raw: Sequence[items.RawItem]) -> list[str]:
    """What the numbers of the items tell of items that are not there."""
    numbered = [item for item in raw if item.number]
    found = [
        sentence
        for before, after in pairwise(numbered)
        for sentence in doubts.missing_items(before.number, after.number)
    ]
    if numbered and len(numbered) < len(raw):
        for item in raw:
            if not item.number:
                place = doubts.place_of("", item.title)
                found.append(doubts.NO_NUMBER.format(place=place[:1].upper() + place[1:]))
    return found


def _texts(raw: Sequence[items.RawItem]) -> list[str]:
    return [
        text for item in raw for text in (item.title, *item.purpose, *(p.text for p in item.body))
    ]
