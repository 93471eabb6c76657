"""Making a pack: everything in its order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf.assembly import Part, assemble

from ..models import Meeting
from . import edition, fronts, manifest, numbering, parts, rendering
from .fronts import Place
from .numbering import Counted, Kind, Slot
from .parts import PaperPart
from .planning import Plan, Side, plan
from .sources import Source

TRIES = 3  # until the front has as many pages as the numbers on it suppose
SUPPOSED = 2  # pages of a front, before it was rendered


class Progress(Protocol):
    """Told how far the pack is: what is being done, in words, and the pages. It may raise
    Cancelled."""

    def __call__(self, doing: str, done: int, expected: int | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Made:
    """A finished pack. ``edition`` is the same as a fragment of HTML; ``untagged`` are the keys of
    the papers that keep it from being accessible."""

    content: bytes
    edition: str
    pages: int
    digest: str
    manifest: list[dict[str, Any]]
    is_accessible: bool
    untagged: list[int]


def make(
    meeting: Meeting,
    *,
    audience: str,
    supplement: int = 0,
    without: Collection[int] = (),
    progress: Progress | None = None,
) -> Made:
    """A pack as the record now stands. The same record gives the same bytes.

    Raises Failed with every paper that could not be made, Cancelled where ``progress`` does,
    Leaked where a public pack would hold what is not for publication, pdf.Unavailable, and OSError
    where the disk is full.
    """
    tell = progress or _nobody
    tell("Reading the record", 0, None)
    planned = plan(meeting, audience=audience, supplement=supplement, without=without)
    return Making(planned, tell).make()


def _nobody(doing: str, done: int, expected: int | None) -> None:
    """Nobody is told."""


class Making:
    """One pack on its way."""

    def __init__(self, planned: Plan, tell: Progress) -> None:
        self.plan = planned
        self.tell = tell
        self.rendered: dict[Source, bytes] = {}

    def make(self) -> Made:
        """All of it, in order."""
        both = [*self.plan.full.parts, *self.plan.side.parts]
        self.rendered = rendering.render(dict.fromkeys(part.source for part in both))
        front, counted = self._front()
        slots = numbering.number(counted, after=self.plan.after)
        self.tell("Putting it together", 0, None)
        assembled = assemble(
            [self._part(slot, front) for slot in slots],
            title=self.plan.side.front.title,
            author=self.plan.side.content.panel.name,
            foot=self.plan.foot,
        )
        places = self._places(slots)
        names = {part.name: part.entry.paper.pk for part in self.plan.parts}
        return Made(
            content=assembled.content,
            edition=edition.fragment(self.plan, slots, places),
            pages=sum(len(slot.numbers) for slot in slots),
            digest=self.plan.digest,
            manifest=manifest.entries(counted, slots, self.plan.full.parts, after=self.plan.after),
            is_accessible=assembled.is_tagged_throughout,
            untagged=[names[name] for name in assembled.untagged if name in names],
        )

    # --- The front, whose numbers are those of what follows it -------------------------------

    def _front(self) -> tuple[bytes, list[Counted]]:
        """The front, and every part with its pages."""
        full, pages = self._settled(self.plan.full, None)
        if not self.plan.is_public:
            return full, self._counted(pages, pages)
        own, printed = self._settled(self.plan.side, pages)
        return own, self._counted(pages, printed)

    def _settled(self, side: Side, pages: int | None) -> tuple[bytes, int]:
        """A front rendered with the right numbers; ``pages`` are those of the full front, where
        that is another."""
        supposed = pages or SUPPOSED
        for _ in range(TRIES):
            is_full = pages is None
            counted = self._counted(supposed if is_full else pages, supposed, is_full=is_full)
            slots = numbering.number(counted, after=self.plan.after)
            html = side.front.html(self._places(slots, is_full=is_full))
            content = rendering.render([source := Source(html=html)])[source]
            count = pdf.count_pages(content)
            if count == supposed:
                break
            supposed = count
        return content, count

    def _counted(self, full: int, printed: int, *, is_full: bool = False) -> list[Counted]:
        """Every part of the full pack, and what this one has of it."""
        own = self.plan.full.parts if is_full else self.plan.side.parts
        own_pages = {part.name: self._pages(part) for part in own}
        return [
            Counted(fronts.NAME, full, printed),
            *(
                Counted(part.name, self._pages(part), own_pages.get(part.name), part.item.number)
                for part in self.plan.full.parts
            ),
        ]

    def _pages(self, part: PaperPart) -> int:
        return pdf.count_pages(self.rendered[part.source])

    # --- Slots and what stands in them ----------------------------------------------------------

    def _places(self, slots: Sequence[Slot], *, is_full: bool = False) -> Mapping[str, Place]:
        """Where each paper and each item begins."""
        papers = {part.name: part for part in self.plan.full.parts}
        places: dict[str, Place] = {}
        for slot in slots:
            if slot.kind is Kind.REST or slot.name == fronts.NAME:
                continue
            place = Place(slot.name, slot.range if slot.kind is Kind.WITHHELD else str(slot.first))
            places.setdefault(papers[slot.covers[0]].item.anchor, place)
            if slot.kind is Kind.PRINTED:
                places[slot.name] = place
        return places

    def _part(self, slot: Slot, front: bytes) -> Part:
        if slot.name == fronts.NAME:
            return Part(slot.name, front, numbers=slot.numbers)
        if slot.kind is not Kind.PRINTED:
            return self._sheet(slot)
        part = next(part for part in self.plan.parts if part.name == slot.name)
        return Part(
            part.name,
            self.rendered[part.source],
            bookmark=part.title,
            level=2,
            above=part.above,
            headings=part.headings,
            head=part.entry.head,
            numbers=slot.numbers,
            is_upload=bool(part.source.upload),
        )

    def _sheet(self, slot: Slot) -> Part:
        """A sheet in the place of what is withheld: of that it knows the number of the item and
        the paragraphs."""
        covered = [part for part in self.plan.full.parts if part.name in slot.covers]
        first = covered[0]
        item = next(
            item for item in self.plan.side.content.items if item.number == first.item.number
        )
        is_first = first.is_first and slot.kind is Kind.WITHHELD
        pages = f"Page{'s' if slot.pages > 1 else ''} {slot.range}"
        title = f"{pages}: not for publication"
        drawn = parts.headings(item if is_first else None, title)
        why = sorted(
            {part.entry.restricted_under for part in covered if part.entry.restricted_under}
        )
        html = fronts.sheet(title=title, pages=pages, why=why)
        source = Source(html=html, band=parts.room(drawn, is_wide=False))
        return Part(
            slot.name,
            rendering.render([source])[source],
            bookmark=title,
            level=2,
            above=parts.above(item) if is_first else [],
            headings=drawn,
            numbers=slot.numbers,
        )
