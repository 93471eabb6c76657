"""The front of a pack: its front sheet and the agenda with page numbers; and the sheets that stand
in the place of what is withheld."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from .entries import PackContent
from .supplements import Before, Supplement

NAME = "front"
TO_PART = "https://pack.invalid/"  # what a link to another part begins with
TO_SECTION = "#"  # in the HTML edition


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: the name of its part, its pages as numbers ("43 to 50"), and how many
    they are."""

    name: str
    pages: str
    count: int

    @property
    def words(self) -> str:
        """In a sentence: "page 43", "pages 43 to 50"."""
        return f"page {self.pages}" if self.count == 1 else f"pages {self.pages}"

    def and_(self, other: "Place") -> "Place":
        """Pages in two places; a link leads to the first."""
        return Place(self.name, f"{self.pages} and {other.pages}", self.count + other.count)


@dataclass(frozen=True, slots=True)
class Version:
    """A version after the first: its number, the day on which what it ``replaces`` was published,
    and how many supplements to that it replaces with it."""

    number: int
    replaces: date
    supplements: int


@dataclass(frozen=True, slots=True)
class Front:
    """The front of a pack, before the numbers of pages are known."""

    content: PackContent
    kind: str
    supplement: Supplement | None = None
    version: Version | None = None

    @property
    def called(self) -> str:
        """What people call the pack: "Public pack", "Full pack, version 2"."""
        return f"{self.kind}, version {self.version.number}" if self.version else self.kind

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
        return f"{meeting.title}, {day.day} {day:%B %Y}: {self.called.lower()}"

    def _adds_to(self) -> list[Before]:
        is_public = self.content.is_public
        return self.supplement.adds_to(is_public=is_public) if self.supplement else []

    def _context(self, places: Mapping[str, Place], *, to: str) -> dict[str, Any]:
        return {
            "pack": self.content,
            "meeting": self.content.meeting,
            "panel": self.content.panel,
            "title": self.title,
            "supplement": self.supplement,
            "adds_to": self._adds_to(),
            "version": self.version,
            "places": places,
            "to": to,
        }


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in the place of so many ``count`` pages of the full pack: ``why`` are the paragraphs
    of Schedule 12A; ``is_rest`` where a paper's public edition is shorter than the full one."""

    pages: str
    count: int
    why: list[int]
    is_rest: bool = False

    @property
    def title(self) -> str:
        """Its heading."""
        return f"{self.numbers}: not for publication"

    @property
    def numbers(self) -> str:
        """Its pages: "Page 43", "Pages 43 to 50"."""
        return f"Pages {self.pages}" if self.count > 1 else f"Page {self.pages}"

    def html(self) -> str:
        """The document."""
        return render_to_string("documents/withheld.html", {"sheet": self})
