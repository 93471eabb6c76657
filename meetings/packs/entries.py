"""What a pack says of its items and papers, and what changed since publication."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pcp_scrutiny.panel.models import Panel

from .. import exempt, papers
from ..agenda import publication
from ..agenda.since import Gone, Since
from ..minuting.arising import Matter, place
from ..models import AgendaItem, Meeting, PanelMember, Paper


@dataclass(frozen=True, slots=True)
class PackPaper:
    """A paper of a pack. ``restricted_under`` is its own or its item's; ``reading`` is the time
    that members have for it; ``follows`` where it is still to come, or is left out for now."""

    paper: Paper
    restricted_under: int | None
    reading: publication.Reading
    follows: bool = False

    @property
    def anchor(self) -> str:
        """The name of its part, and the id of its section."""
        return f"paper-{self.paper.pk}"

    @property
    def is_wide(self) -> bool:
        """Whether it is printed across the page."""
        return papers.is_wide(self.paper.kind)

    @property
    def head(self) -> str:
        """What stands at the head of each of its pages."""
        place = f"Item {self.paper.item.number}"
        place += f", {self.paper.label}" if self.paper.label else ""
        return f"{place}: {exempt.head(self.restricted_under)}" if self.restricted_under else place

    @property
    def came_out(self) -> date | None:
        """The day it was published, where that was after the agenda."""
        return self.paper.published_on or self.paper.item.published_on

    @property
    def background(self) -> list[str]:
        """Its background papers (Local Government Act 1972 s.100D)."""
        return [line.strip() for line in self.paper.background.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class PackItem:
    """An item as printed. One withheld has no ``item``; ``withheld`` are the paragraphs under
    which papers of an open item are left out; ``since`` is how it differs from what was
    published, and ``to_follow`` the papers that are not there yet; ``withheld_to_follow`` are
    those of them that are left out."""

    number: str
    position: int
    item: AgendaItem | None = None
    restricted_under: int | None = None
    papers: Sequence[PackPaper] = ()
    withheld: Sequence[int] = ()
    to_follow: Sequence[PackPaper] = ()
    since: Since | None = None
    withheld_to_follow: Sequence[int] = ()

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"item-{self.number}"

    @property
    def withheld_anchor(self) -> str:
        """Where the agenda finds the sheets in the place of its withheld papers."""
        return f"{self.anchor}-withheld"

    @property
    def heading(self) -> str:
        """What its papers stand under; of one withheld only its number."""
        return f"Item {self.number}: {self.item.title}" if self.item else f"Item {self.number}"


@dataclass(frozen=True, slots=True)
class PackContent:
    """Everything that a pack prints; the agenda by itself is without what ``has_papers``."""

    meeting: Meeting
    panel: Panel
    is_public: bool
    members: Sequence[PanelMember]
    items: Sequence[PackItem]
    gone: Sequence[Gone] = ()
    has_papers: bool = True
    arising: Sequence[Matter] = ()

    @property
    def arising_under(self) -> int | None:
        """The key of the item that matters arising stand under; None where they stand alone."""
        return place(item.item for item in self.items if item.item)

    @property
    def is_restricted(self) -> bool:
        """Whether anything in it is not for publication."""
        return any(matter.restricted_under for matter in self.arising) or any(
            item.restricted_under or any(paper.restricted_under for paper in item.papers)
            for item in self.items
            if item.item
        )

    @property
    def withholds(self) -> bool:
        """Whether papers are left out of it."""
        return any(item.item is None or item.withheld for item in self.items)

    @property
    def papers(self) -> Iterator[PackPaper]:
        """Every paper in it, in order."""
        return (paper for item in self.items for paper in item.papers)

    @property
    def late(self) -> list[PackPaper]:
        """The papers that came late by themselves."""
        return [paper for paper in self.papers if paper.reading.is_late]

    @property
    def with_background(self) -> list[PackPaper]:
        """The papers that were written from background papers."""
        return [paper for paper in self.papers if paper.background]

    @property
    def short_by(self) -> int:
        """How many clear days of notice the agenda itself was short of."""
        clock = publication.clock_of(self.meeting, self.panel)
        return clock.short_by(clock.published_on) if clock.published_on else 0
