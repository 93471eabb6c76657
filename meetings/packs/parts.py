"""The parts of a pack: each paper one, rendered by itself and kept.

The number of an item never stands in a part's HTML, but in headings and heads that are drawn when
the pack is put together: moving items renders no paper again.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string

from pcp_scrutiny.pdf.assembly import Bookmark, Heading, band

from ..models import Paper
from . import fragments
from .entries import PackContent, PackItem, PackPaper
from .refusals import CannotMake, failure
from .sources import Source, hashed

ITEM, PAPER = 2, 3  # the levels of their headings; the pack's title is the first
NUMBER = re.compile(r"Item \S+")
WIDEST = "Item 88a"  # room is kept for a number of that width, so that it may change


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A paper as a part. ``fragment`` is what it says as HTML, empty for an upload; ``is_first``
    of its item, whose heading it then carries."""

    entry: PackPaper
    item: PackItem
    fragment: str
    source: Source
    is_first: bool

    @property
    def name(self) -> str:
        """What links lead to."""
        return self.entry.anchor

    @property
    def title(self) -> str:
        """Its label and title."""
        return str(self.entry.paper)

    @property
    def digest(self) -> str:
        """SHA-256 of what it says, and of whom it may be said to; not of where it stands."""
        return hashed(self.source.digest, self.title, self.entry.restricted_under)

    @property
    def headings(self) -> list[Heading]:
        """Drawn at the top of its first page."""
        return headings(self.item if self.is_first else None, self.title)

    @property
    def above(self) -> list[Bookmark]:
        """The bookmark of its item, before the first paper."""
        return above(self.item) if self.is_first else []


def headings(item: PackItem | None, title: str) -> list[Heading]:
    """A part's headings: its item's, where it is the item's first, and its own."""
    return [*([Heading(ITEM, item.heading)] if item else []), Heading(PAPER, title)]


def above(item: PackItem) -> list[Bookmark]:
    """The bookmark of an item."""
    title = item.item.title if item.item else "Not for publication"
    return [Bookmark(f"{item.number}. {title}", 1)]


def room(drawn: Sequence[Heading], *, is_wide: bool) -> float:
    """The millimetres for those headings, whatever the number of the item."""
    widest = [Heading(one.level, NUMBER.sub(WIDEST, one.text, count=1)) for one in drawn]
    return band(widest, is_wide=is_wide)


def of_content(
    content: PackContent,
    failures: list[dict[str, object]],
    *,
    leading: Collection[str] | None = None,
) -> Iterator[PaperPart]:
    """The parts of a pack's papers, in order. Those that cannot be made are added to ``failures``,
    and the others go on. ``leading`` are the names of the parts that carry their item's heading,
    where those are not the first of each item: in the public pack a sheet may come before them,
    and carries it."""
    for item in content.items:
        for place, entry in enumerate(item.papers):
            is_first = place == 0 if leading is None else entry.anchor in leading
            try:
                yield _part(entry, item, is_first=is_first, is_public=content.is_public)
            except CannotMake as refusal:
                failures.append(failure(entry.paper.pk, str(refusal)))


def _part(entry: PackPaper, item: PackItem, *, is_first: bool, is_public: bool) -> PaperPart:
    paper = entry.paper
    drawn = headings(item if is_first else None, str(paper))
    above = room(drawn, is_wide=entry.is_wide)
    if paper.kind == Paper.UPLOADED:
        return PaperPart(entry, item, "", _upload(paper, above), is_first)
    fragment = fragments.of(paper, is_public=is_public)
    html = render_to_string("documents/part.html", {"paper": entry, "fragment": fragment})
    return PaperPart(entry, item, fragment, Source(html=html, band=above), is_first)


def _upload(paper: Paper, above: float) -> Source:
    if paper.printed is None:
        raise CannotMake(
            f"{paper}: its file is not there. Send it in again, or remove the paper from the "
            "agenda, and ask again."
        )
    return Source(upload=paper.printed.content.name, sha256=paper.printed.sha256, band=above)
