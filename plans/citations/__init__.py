"""Finding the places that a recommendation, a response or a minute names.

:func:`find` works in three steps. Each finder looks for one family of forms (the law first, since
its sections look like a plan's); of overlapping finds the one from the earlier family stands. Then
the words around each decide its document. Last, what only helps to find a cited paragraph (its
page, the section it is under) is joined to it: "4.3.4 (page 43)" is one citation, of 4.3.4.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from plans import sentences

from . import documents, parts, places, statutes
from .citation import Citation, DocumentKind, Mention

__all__ = ["Citation", "DocumentKind", "find", "unread"]

_SAME_LENGTH = str.maketrans("‘’‛“”–—−‑\u00a0\u2007\u202f", "'''\"\"----   ")
_EMPHASIS = re.compile(r"\*\*|__")
_BESIDE = re.compile(
    r"(?:\s*(?:of|in)\s+(?:the|my|your)\s+(?:\w+,?\s+){0,5}?[Pp]lan)?"
    r"\s*[,(]?\s*(?:(?:on|at|in|under|within|of|from)\s+)?(?:the\s+)?"
)


def find(
    text: str, *, about: DocumentKind = "plan", headings: Sequence[str] = ()
) -> list[Citation]:
    """The places named in ``text``, in the order they are named.

    ``about`` is the document that a place belongs to when the words do not say ("see Para 40" in a
    letter about a plan). ``headings`` are the plan's own; without them only the well-known
    unnumbered parts are recognised. A number alone is never a citation.
    """
    searched = _EMPHASIS.sub("  ", text.translate(_SAME_LENGTH))
    ends = sentences.spans(searched)
    families = (statutes.find(searched), places.find(searched), parts.find(searched, headings))
    found = []
    for mention in _without_overlaps(families):
        document = _document(searched, mention, ends, about)
        if document:
            found.append((mention, document))
    return [_citation(text, *one) for one in _joined(searched, found)]


_UNREAD = re.compile(
    r"(?<![A-Za-z])(?:paragraphs?|paras?\.?)\s+(?:nos?\.?\s*)?[\[\"'_?xX]*"
    r"(?:[0-9](?:[\w./-]*\w)?|[ivxl]{2,6}\b|(?-i:[A-Z])\b|[_?]+|[xX]{2,}\b)[\]\"'?]*"
    r"|\b(?:the|that)\s+(?:(?:paragraph|para)|section\s+of\s+(?:the|my)\s+(?:\w+\s+){0,4}?plan)s?\s+"
    r"(?:on|about|concerning|regarding|dealing\s+with|headed|entitled)\s+(?:\w+\s?){1,6}",
    re.IGNORECASE,
)


def unread(text: str, found: Sequence[Citation]) -> list[str]:
    """The words of ``text`` that begin as a citation does and are none of those ``found``: a
    place that someone must look for."""
    searched = text.translate(_SAME_LENGTH)
    return [
        " ".join(text[one.start() : one.end()].split())
        for one in _UNREAD.finditer(searched)
        if not any(c.start < one.end() and one.start() < c.end for c in found)
    ]


def _without_overlaps(families: Iterable[Iterable[Mention]]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in chain.from_iterable(families):
        at = bisect_left(kept, mention.start, key=attrgetter("start"))
        clear_before = at == 0 or kept[at - 1].end <= mention.start
        if clear_before and (at == len(kept) or mention.end <= kept[at].start):
            kept.insert(at, mention)
    return kept


def _document(
    text: str, mention: Mention, ends: Sequence[tuple[int, int]], about: DocumentKind
) -> DocumentKind | None:
    """The mention's document; None where it needed one to be named and none was."""
    if mention.certain in ("statute", "minutes"):
        return mention.certain
    sentence = ends[max(0, bisect_right(ends, (mention.start, len(text))) - 1)]
    named = documents.named_around(text, mention.start, mention.end, sentence)
    if named or mention.explicit:
        return named
    return mention.certain or about


def _joined(
    text: str, found: Sequence[tuple[Mention, DocumentKind]]
) -> list[tuple[Mention, DocumentKind]]:
    """One citation where a page or a heading stands right beside a numbered paragraph."""
    joined: list[tuple[Mention, DocumentKind]] = []
    for mention, document in found:
        if joined:
            before, its_document = joined[-1]
            gap = text[before.end : mention.start]
            if document == its_document and _BESIDE.fullmatch(gap):
                main, aside = _main_and_aside(before, mention)
                if aside:
                    end = mention.end + (text[mention.end : mention.end + 1] == ")" and "(" in gap)
                    whole = Mention(before.start, end, main.labels, main.kind)
                    joined[-1] = (whole, document)
                    continue
        joined.append((mention, document))
    return joined


def _main_and_aside(first: Mention, second: Mention) -> tuple[Mention, Mention | None]:
    """Which of two neighbours is the place, and which only says where to look for it."""
    by_weight = {"paragraph": 3, "heading": 2, "part": 2, "page": 1}
    weights = [by_weight.get(mention.kind, 0) for mention in (first, second)]
    if 0 in weights or weights[0] == weights[1]:
        return first, None
    return (first, second) if weights[0] > weights[1] else (second, first)


def _citation(text: str, mention: Mention, document: DocumentKind) -> Citation:
    words = " ".join(_EMPHASIS.sub("", text[mention.start : mention.end]).split())
    return Citation(words, mention.start, mention.end, document, mention.labels)
