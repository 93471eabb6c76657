"""What a citation is."""

from dataclasses import dataclass
from typing import Literal

DocumentKind = Literal["plan", "minutes", "report", "statute", "other"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place named in a text.

    ``text`` is the words as written, without emphasis marks; ``start`` and ``end`` are their
    offsets in the text that was searched. ``labels`` are normalised (:mod:`plans.labels`), ranges
    written out: ``("46(e)", "52")``. Unnumbered parts are labels as themselves (``"Foreword"``,
    ``"Annex A"``, a heading of the plan), pages are ``"page 27"``; a schedule of an Act is
    ``"Schedule 12A"``.
    """

    text: str
    start: int
    end: int
    document: DocumentKind
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place found in the words, before it is known which document it lies in.

    ``certain`` is the document where the form itself decides it (a section of an Act); ``explicit``
    means that the mention counts only if words around it name a document ("Part 2 of the Plan").
    """

    start: int
    end: int
    labels: tuple[str, ...]
    kind: Literal["paragraph", "page", "part", "heading", "minute", "statute"]
    certain: DocumentKind | None = None
    explicit: bool = False
