"""A version as a document to read: every paragraph with what is shown around it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from .. import labels
from ..compared.strip import Mark, Row, strip
from ..margin import Note
from ..models import Paragraph
from .finding import Finder, Segment
from .happenings import Happening
from .layout import lay_out
from .nesting import nested
from .outline import Section, in_order, outline

DEEPEST = 4
"""Steps of indentation; what hangs deeper is not moved further."""


@dataclass(slots=True)
class Block:
    """Lines, or the rows of a table, each of them as segments that show what was found."""

    is_table: bool
    lines: list[Any]
    head: list[list[Segment]] = field(default_factory=list)


@dataclass(slots=True)
class Piece:
    """A paragraph as it is shown: ``shown`` is its label, or what it adds to the one it hangs
    under; ``page`` is set where a page of the original begins with it; ``gone`` is what was
    removed just after it; ``css_class`` says how it is set."""

    paragraph: Paragraph
    heading: Sequence[str]
    shown: str
    story_url: str
    page: int | None
    blocks: list[Block]
    notes: Sequence[Note]
    happened: Happening | None
    gone: list[Happening] = field(default_factory=list)
    css_class: str = ""

    @property
    def name(self) -> str:
        """How the paragraph is called where many stand under one heading."""
        return self.paragraph.name if self.paragraph.label else "this paragraph"


@dataclass(frozen=True, slots=True)
class Titled:
    """A section whose title shows what was found in it."""

    section: Section
    title: list[Segment]


@dataclass(frozen=True)
class Document:
    """The whole: ``contents`` are the outermost sections, ``sections`` all of them in order,
    ``lead`` what was removed before the first paragraph, ``named`` the paragraphs whose label is
    what was looked for."""

    contents: list[Section]
    sections: list[Titled]
    lead: list[Happening]
    strip: list[Mark]
    named: list[Paragraph]
    found: int


def document(
    paragraphs: Sequence[Paragraph],
    *,
    notes: Mapping[int, Sequence[Note]],
    happened: Mapping[int, Happening],
    gone: Iterable[Happening],
    find: str = "",
) -> Document:
    """Set a version out, with the notes and the changes of its paragraphs by primary key."""
    pieces = _pieces(paragraphs, notes, happened)
    lead = _put_gone(pieces, gone)
    contents = outline(pieces)
    finder = Finder(find)
    sections = [_found_in(section, finder) for section in in_order(contents)]
    key = labels.key(find) if find else None
    named = [p for p in paragraphs if key and p.label and labels.key(p.label) == key]
    return Document(contents, sections, lead, strip(_rows(lead, pieces)), named, finder.count)


def _pieces(
    paragraphs: Sequence[Paragraph],
    notes: Mapping[int, Sequence[Note]],
    happened: Mapping[int, Happening],
) -> list[Piece]:
    pieces, page = [], None
    # Formed once: asking for it a thousand times is a tenth of a second.
    story_url = reverse("plans:story", args=[0]).replace("/0/", "/{}/")
    places = nested(paragraph.label for paragraph in paragraphs)
    for paragraph, place in zip(paragraphs, places, strict=True):
        begins = paragraph.page if paragraph.page != page else None
        page = paragraph.page or page
        pieces.append(
            Piece(
                paragraph=paragraph,
                heading=paragraph.heading,
                shown=place.shown,
                story_url=story_url.format(paragraph.pk),
                page=begins,
                blocks=[],
                notes=notes.get(paragraph.pk, ()),
                happened=happened.get(paragraph.pk),
            )
        )
        pieces[-1].css_class = _css_class(pieces[-1], place.depth)
    return pieces


def _css_class(piece: Piece, depth: int) -> str:
    name = "app-document__paragraph"
    ways = {
        f"in-{min(depth, DEEPEST)}": depth,
        "plain": not piece.paragraph.label,
        "marked": piece.notes,
        "changed": piece.happened,
    }
    return " ".join([name, *(f"{name}--{way}" for way, applies in ways.items() if applies)])


def _put_gone(pieces: Sequence[Piece], gone: Iterable[Happening]) -> list[Happening]:
    """Put each paragraph that was removed where it stood; what stood before all is returned."""
    lead: list[Happening] = []
    positions = [piece.paragraph.position for piece in pieces]
    for happening in gone:
        at = bisect_left(positions, happening.position)
        (pieces[at - 1].gone if at else lead).append(happening)
    return lead


def _found_in(section: Section, finder: Finder) -> Titled:
    title = finder.segments(section.title)
    for piece in section.paragraphs:
        piece.blocks = [_block(laid, finder) for laid in lay_out(piece.paragraph.text)]
    return Titled(section, title)


def _block(laid: Any, finder: Finder) -> Block:
    if laid.is_table:
        head = [finder.segments(cell) for cell in laid.head]
        return Block(True, [[finder.segments(cell) for cell in row] for row in laid.rows], head)
    return Block(False, [finder.segments(line) for line in laid.lines])


def _rows(lead: Iterable[Happening], pieces: Iterable[Piece]) -> list[Row]:
    rows = [_gone_row(happening, happening.compare_url) for happening in lead]
    for piece in pieces:
        weight, href = len(piece.paragraph.text), f"#{piece.paragraph.anchor}"
        if piece.happened:
            rows.append(Row(weight, piece.happened.kind, href, piece.happened.title))
        else:
            rows.append(Row(weight))
        rows += [_gone_row(happening, href) for happening in piece.gone]
    return rows


def _gone_row(happening: Happening, href: str) -> Row:
    return Row(40, happening.kind, href, happening.title)
