"""The pieces put together into the paragraphs of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .headings import is_like_heading
from .numbering import Numbering
from .piece import Piece
from .plan import PlanParagraph

BULLET = "• "
IN_A_BOX = "This stands in a box beside the text: check that it is in its place."


@dataclass(slots=True)
class _Draft:
    """A paragraph that may still grow."""

    label: str
    heading: tuple[str, ...]
    page: int | None
    parts: list[str]
    unsure: str = ""
    until: int | None = None  # the page it goes on to

    def finished(self) -> PlanParagraph:
        return PlanParagraph(
            self.label, self.heading, self.page, "".join(self.parts).strip(), self.unsure
        )


def paragraphs(pieces: Sequence[Piece]) -> list[PlanParagraph]:
    return _Assembly(pieces).run()


def _doubt_about(piece: Piece, label: str) -> str:
    """What is to be said of text without a number that was put with the paragraph above it."""
    if piece.mark is None and is_like_heading(piece.text):
        return f"“{piece.text}” stands on a line of its own after {label}: it may be a heading."
    if label.endswith(")"):
        return f"Text without a number follows {label}: check that it belongs to it."
    return ""


class _Assembly:
    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.numbering = Numbering([p.mark if p.kind == "text" else None for p in pieces])
        self.path: list[tuple[int, str]] = []
        self.drafts: list[_Draft] = []
        self.open: _Draft | None = None  # what unnumbered text that follows may belong to
        texts = [p for p in pieces if p.kind == "text" and not p.aside]
        self.mostly_numbered = 2 * sum(p.mark is not None for p in texts) >= len(texts)

    def run(self) -> list[PlanParagraph]:
        for at, piece in enumerate(self.pieces):
            if piece.aside:
                self._aside(piece)
            elif piece.kind == "heading":
                self._heading(piece)
            elif piece.kind == "bullet":
                self._add(piece, BULLET + piece.text, joint="\n")
            elif piece.kind == "table":
                self._add(piece, piece.text, joint="\n")
            else:
                self._text(at, piece)
        return [draft.finished() for draft in self.drafts if draft.parts]

    def _heading(self, piece: Piece) -> None:
        while self.path and self.path[-1][0] >= piece.level:
            self.path.pop()
        self.path.append((piece.level, " ".join(piece.printed.split())))
        self.numbering.heading(piece.mark)
        self.open = None

    def _aside(self, piece: Piece) -> None:
        """The paragraph that it stands beside may go on after it."""
        running, self.open = self.open, None
        self._begin(piece, piece.text, "", IN_A_BOX)
        self.open = running

    def _text(self, at: int, piece: Piece) -> None:
        if self._is_numbered_heading(at, piece):
            self._heading(replace(piece, kind="heading", level=1))
            return
        numbered = self.numbering.take(at)
        if numbered:
            self._begin(piece, piece.text, numbered.label, numbered.unsure)
        elif self._is_cut(piece):
            self._add(piece, piece.printed, joint=" ")
        elif self.open and self.open.label and self._belongs(at):
            self._add(piece, piece.printed, joint="\n\n")
            self.open.unsure = self.open.unsure or _doubt_about(piece, self.open.label)
        else:
            self._begin(piece, piece.printed, "", "")

    def _is_numbered_heading(self, at: int, piece: Piece) -> bool:
        """ "4 Priorities" between paragraphs 17 and 18 is a heading with a number."""
        mark = piece.mark
        after = self.pieces[at + 1].mark if at + 1 < len(self.pieces) else None
        if mark is None or after is None or (mark.style, after.style) != ("number", "number"):
            return False
        expects = self.numbering.expects
        return (
            self.numbering.main > 0
            and not expects(mark.number)
            and expects(after.number)
            and is_like_heading(piece.text)
        )

    def _belongs(self, at: int) -> bool:
        """Whether unnumbered text goes on with the numbered paragraph above it: always in a
        plan that is numbered throughout; otherwise only between two numbers."""
        if self.mostly_numbered:
            return True
        for piece in self.pieces[at + 1 :]:
            if piece.kind == "heading":
                return False
            if piece.mark and not piece.mark.weak:
                return True
        return False

    def _is_cut(self, piece: Piece) -> bool:
        """Whether one sentence runs on from the open paragraph: a page's end, or a line that
        began with a number, parted them."""
        if self.open is None:
            return False
        stops = ".!?”\"'" if self.open.until != piece.page else ".:!?”\"'"
        start = piece.printed[:1]
        return self.open.parts[-1].rstrip()[-1:] not in stops and (
            start.islower() or start.isdigit()
        )

    def _begin(self, piece: Piece, text: str, label: str, unsure: str) -> None:
        heading = tuple(title for _, title in self.path)
        self.open = _Draft(label, heading, piece.page, [text], unsure, piece.page)
        self.drafts.append(self.open)

    def _add(self, piece: Piece, text: str, joint: str) -> None:
        if self.open is None:
            self._begin(piece, text, "", "")
        else:
            self.open.parts += [joint, text]
            self.open.until = piece.page
