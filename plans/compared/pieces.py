"""Where one paragraph became several, or several one: the marked text cut into its paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from ..comparison.words import Run

GAP = 2
"""Letters between two paragraphs where their texts are joined: an empty line."""


class Text(Protocol):
    """A paragraph: what it is called, and its words."""

    name: str
    text: str


@dataclass
class Piece:
    """Words with their marks, and the name of the paragraph they are."""

    name: str
    runs: list[Run] = field(default_factory=list)


def cut(
    runs: Iterable[Run], paragraphs: Sequence[Text], side: Literal["before", "after"]
) -> list[Piece]:
    """Marked words, cut where the paragraphs of one side end.

    That side's words are the paragraphs to the letter, with an empty line between them; the words
    of the other side stay with what they follow. Space alone is never marked as a change.
    """
    pieces = [Piece(paragraph.name) for paragraph in paragraphs]
    ends = list(_ends(paragraphs))
    own = "deleted" if side == "before" else "inserted"
    place = at = 0
    for run in runs:
        if run.kind not in ("same", own):
            # A space at its beginning stood between the paragraphs, so it is the next one's.
            begins = at == ends[place] and run.text[0].isspace() and place < len(ends) - 1
            _add(pieces[place + begins], run.kind, run.text.lstrip("\n"))
            continue
        rest = run.text
        while rest:
            end = ends[place] if place < len(ends) - 1 else at + len(rest)
            piece, rest = rest[: end - at], rest[end - at :]
            at += len(piece)
            _add(pieces[place], run.kind, piece)
            if rest:
                # Between two paragraphs there is nothing to read.
                gap = min(GAP, len(rest))
                place, at, rest = place + 1, at + gap, rest[gap:]
    return pieces


def _ends(paragraphs: Sequence[Text]) -> Iterator[int]:
    at = -GAP
    for paragraph in paragraphs:
        at += GAP + len(paragraph.text)
        yield at


def _add(piece: Piece, kind: str, text: str) -> None:
    """Add words to a piece. The space around a change is not marked as changed."""
    if not text:
        return
    words = text if kind == "same" else text.strip(" ")
    if not words.strip():
        kind, words = "same", text
    lead, _, rest = text.partition(words)
    parts = (("same", lead), (kind, words), ("same", rest))
    piece.runs.extend(Run(kind, part) for kind, part in parts if part)
