"""The papers of a pack, rendered: their pages counted, and what stops them gathered."""

from collections.abc import Callable, Iterable
from typing import Any

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf.workers import Problem

from . import rendering
from .parts import PaperPart
from .planning import Plan, Side
from .refusals import Failed, failure
from .sources import Source

CHARACTERS_OF_A_PAGE = 4_000  # of HTML, roughly, to say how much is left
Tell = Callable[[str, int, int | None], None]


class Printing:
    """The papers on their way. ``tell`` is told how far they are.

    Of what only the full pack has, the public one needs the number of pages: its content is let
    go of.
    """

    def __init__(self, plan: Plan, tell: Tell) -> None:
        self._plan = plan
        self._tell = tell
        self._own = {part.source for part in plan.parts}
        self._fronts = {
            side.front.kind: Source(html=side.front.html({})) for side in (plan.full, plan.side)
        }
        self._pages: dict[Source, int] = {}
        self._contents: dict[Source, bytes] = {}

    def pages(self, part: PaperPart) -> int:
        """How many pages a paper has."""
        return self._pages[part.source]

    def pages_of_front(self, side: Side) -> int | None:
        """How many pages a front has while it says nothing of pages, which tells how many it will
        have; None where it was not worth trying."""
        return self._pages.get(self._fronts[side.front.kind])

    def content(self, part: PaperPart) -> bytes:
        """A paper of this pack as a PDF."""
        return self._contents[part.source]

    def print(self) -> None:
        """Find or render every paper. Raises Failed once all were tried, what ``tell`` raises,
        pdf.Unavailable and OSError."""
        parts = [*self._plan.full.parts, *self._plan.parts]
        missing = []
        for source in dict.fromkeys(part.source for part in parts):
            self.beat()
            found = rendering.find(source)
            if found is None:
                missing.append(source)
            else:
                self._take(source, found)
        missing += self._missing_fronts() if missing else []
        problems: dict[Source, Problem] = {}
        for source, outcome in rendering.render(missing, beat=self.beat):
            if isinstance(outcome, Problem):
                problems[source] = outcome
            else:
                self._take(source, outcome)
            self.beat()
        if problems:
            raise Failed(_failures(parts, problems))

    def _missing_fronts(self) -> list[Source]:
        """A front is tried beside the papers: without any to render there is nothing to win."""
        missing = []
        for source in self._fronts.values():
            found = rendering.find(source)
            if found is None:
                missing.append(source)
            else:
                self._take(source, found)
        return missing

    def beat(self) -> None:
        """Say how far it is, in pages of this pack."""
        known = [self._pages.get(part.source) for part in self._plan.parts]
        done = sum(pages or 0 for pages in known)
        expected = sum(
            pages or _guessed(part) for part, pages in zip(self._plan.parts, known, strict=True)
        )
        count = sum(pages is not None for pages in known)
        self._tell(f"Printing the papers: {count} of {len(known)}", done, expected)

    def _take(self, source: Source, content: bytes) -> None:
        self._pages[source] = pdf.count_pages(content)
        if source in self._own:
            self._contents[source] = content


def _guessed(part: PaperPart) -> int:
    if part.source.upload:
        return part.entry.paper.pages or 1
    return max(1, round(len(part.source.html) / CHARACTERS_OF_A_PAGE))


def _failures(parts: Iterable[PaperPart], problems: dict[Source, Problem]) -> list[dict[str, Any]]:
    """One for each paper, in the order of the agenda."""
    found: dict[int, dict[str, Any]] = {}
    for part in parts:
        paper = part.entry.paper
        if part.source in problems:
            reason = f"{part.title} could not be printed. {problems[part.source].reason}"
            found.setdefault(paper.pk, failure(paper.pk, reason))
    return list(found.values())
