"""The front of a pack: its front sheet and the agenda with page numbers; and the sheets that stand
in the place of what is withheld."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from pcp_scrutiny.panel.models import Panel

from .entries import PackContent
from .supplements import Supplement

NAME = "front"
TO_PART = "https://pack.invalid/"  # what a link to another part begins with
TO_SECTION = "#"  # in the HTML edition


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: the name of its part, and its pages in words."""

    name: str
    pages: str


@dataclass(frozen=True, slots=True)
class Front:
    """The front of a pack, before the numbers of pages are known."""

    content: PackContent
    kind: str
    supplement: Supplement | None = None

    def html(self, places: Mapping[str, Place]) -> str:
        """The document; ``places`` by the anchor of each item and paper."""
        return render_to_string("documents/pack.html", self._context(places, to=TO_PART))

    def fragment(self, places: Mapping[str, Place]) -> str:
        """The same for the HTML edition."""
        return render_to_string(
            "documents/_edition_front.html", self._context(places, to=TO_SECTION)
        )

    @property
    def title(self) -> str:
        """The title of the whole document."""
        meeting = self.content.meeting
        day = meeting.day
        return f"{meeting.title}, {day.day} {day:%B %Y}: {self.kind.lower()}"

    def _context(self, places: Mapping[str, Place], *, to: str) -> dict[str, Any]:
        return {
            "pack": self.content,
            "meeting": self.content.meeting,
            "panel": self.content.panel,
            "title": self.title,
            "supplement": self.supplement,
            "places": places,
            "to": to,
        }


def sheet(*, title: str, pages: str, why: list[int], rest_of: str = "") -> str:
    """The document of a sheet in the place of withheld ``pages``: ``why`` are the paragraphs of
    Schedule 12A; ``rest_of`` names a paper whose public edition is shorter."""
    context = {"title": title, "pages": pages, "why": why, "rest_of": rest_of}
    return render_to_string("documents/withheld.html", {**context, "panel": Panel.current()})
