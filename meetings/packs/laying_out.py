"""Where everything stands in a pack: its front with the right numbers on it, each paper on its
pages, a sheet in the place of what is withheld."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf.assembly import Part

from . import fronts, numbering, parts, rendering
from .entries import PackItem
from .fronts import Place
from .numbering import Counted, Kind, Slot
from .parts import PaperPart
from .planning import Plan, Side
from .printing import Printing

TRIES = 3  # until the front has as many pages as the numbers on it suppose
SUPPOSED = 2  # pages of a front that was not rendered yet
NAMED = re.compile(r"Not for publication: paragraph (\d+) of")
"""How ``exempt.sentence`` names a paragraph of Schedule 12A."""


class Layout:
    """The pages of a pack. Raises pdf.Unavailable where its front is rendered."""

    def __init__(self, plan: Plan, printing: Printing) -> None:
        self.plan = plan
        self._printing = printing
        self._papers = {part.name: part for part in plan.full.parts}
        self._own = {part.name: part for part in plan.parts}
        self._items = {item.number: item for item in plan.side.content.items}

    # --- Numbers --------------------------------------------------------------------------------

    @cached_property
    def slots(self) -> list[Slot]:
        """The slots, in order."""
        return self._slots(self.counted)

    @cached_property
    def counted(self) -> list[Counted]:
        """Every part of the full pack with its pages, and what this pack has of it."""
        _, pages = self._full_front
        return self._counted(self._own, pages, self._own_front[1])

    @property
    def pages(self) -> int:
        """How many pages its file has."""
        return sum(len(slot.numbers) for slot in self.slots)

    def content(self, part: PaperPart) -> bytes:
        """A paper of this pack as a PDF, as it stands in the pack."""
        return self._printing.content(part)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where each item and each paper begins, by its anchor."""
        return self._places(self.slots)

    def _slots(self, counted: Sequence[Counted]) -> list[Slot]:
        return numbering.number(counted, after=self.plan.after)

    def _counted(self, own: Mapping[str, PaperPart], front: int, printed: int) -> list[Counted]:
        return [
            Counted(fronts.NAME, front, printed, stretches=True),
            *(
                Counted(
                    name,
                    self._printing.pages(part),
                    self._printing.pages(own[name]) if name in own else None,
                    part.item.number,
                )
                for name, part in self._papers.items()
            ),
        ]

    def _places(self, slots: Sequence[Slot]) -> Mapping[str, Place]:
        places: dict[str, Place] = {}
        for slot in slots:
            if slot.name == fronts.NAME:
                continue
            item = self._papers[slot.covers[0]].item
            if slot.kind is Kind.PRINTED:
                places.setdefault(item.anchor, Place(slot.name, str(slot.first), 1))
                places[slot.name] = Place(slot.name, slot.range, slot.pages)
            elif slot.kind is Kind.WITHHELD:
                sheet = Place(slot.name, slot.range, slot.pages)
                places.setdefault(item.anchor, Place(slot.name, str(slot.first), 1))
                before = places.get(item.withheld_anchor)
                places[item.withheld_anchor] = before.and_(sheet) if before else sheet
        return places

    # --- The front, which says where everything begins --------------------------------------

    @cached_property
    def _full_front(self) -> tuple[bytes, int]:
        return self._settled(self.plan.full, None)

    @cached_property
    def _own_front(self) -> tuple[bytes, int]:
        full = self._full_front
        return self._settled(self.plan.side, full[1]) if self.plan.is_public else full

    def _settled(self, side: Side, full: int | None) -> tuple[bytes, int]:
        """A front with the right numbers on it, and its pages; ``full`` are those of the full
        pack's front, where this is another."""
        own = {part.name: part for part in side.parts}
        supposed = self._printing.pages_of_front(side) or full or SUPPOSED
        content = b""
        for _ in range(TRIES):
            slots = self._slots(self._counted(own, full or supposed, supposed))
            content = rendering.render_one(side.front.html(self._places(slots)))
            pages = pdf.count_pages(content)
            if pages == supposed:
                break
            supposed = pages
        return content, supposed

    # --- What stands on the pages ---------------------------------------------------------------

    def parts(self) -> Iterator[Part]:
        """The parts to put together, in order."""
        for slot in self.slots:
            if slot.name == fronts.NAME:
                content, _ = self._own_front
                yield Part(slot.name, content, numbers=slot.numbers)
            elif slot.kind is Kind.PRINTED:
                yield self._paper(self._own[slot.name], slot)
            else:
                yield self._sheet(slot)

    def _paper(self, part: PaperPart, slot: Slot) -> Part:
        return Part(
            part.name,
            self.content(part),
            bookmark=part.title,
            level=2,
            above=part.above,
            headings=part.headings,
            head=part.entry.head,
            numbers=slot.numbers,
            is_upload=bool(part.source.upload),
        )

    def sheet_of(self, slot: Slot) -> fronts.Sheet:
        """What is said in the place of pages that are withheld."""
        covered = [self._papers[name] for name in slot.covers if name in self._papers]
        why = {part.entry.restricted_under for part in covered} - {None}
        is_rest = slot.kind is Kind.REST
        if is_rest:
            why |= self._left_out(slot.covers[0])
        return fronts.Sheet(slot.range, slot.pages, sorted(why), is_rest)

    def _left_out(self, name: str) -> set[int]:
        """The paragraphs under which some of a paper is not in this pack, as either edition of it
        names them."""
        fragments = f"{self._papers[name].fragment}\n{self._own[name].fragment}"
        return {int(number) for number in NAMED.findall(fragments)}

    def item_of(self, slot: Slot) -> PackItem | None:
        """The item whose heading stands above a slot: only where the slot is the item's first."""
        first = self._papers.get(slot.covers[0])
        begins = first is not None and first.is_first and slot.kind is not Kind.REST
        return self._items[first.item.number] if begins else None

    def _sheet(self, slot: Slot) -> Part:
        item, sheet = self.item_of(slot), self.sheet_of(slot)
        drawn = parts.headings(item, sheet.title)
        band = parts.room(drawn, is_wide=False)
        return Part(
            slot.name,
            rendering.render_one(sheet.html(), band=band),
            bookmark=sheet.title,
            level=2,
            above=parts.above(item) if item else [],
            headings=drawn,
            head=f"Item {self._papers[slot.covers[0]].item.number}",
            numbers=slot.numbers,
        )
