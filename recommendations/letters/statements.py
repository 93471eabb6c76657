"""A letter as its sentences, each with what the layout says of how it is set off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pcp_scrutiny.documents import Block
from plans import sentences

from . import letterhead, paragraphs
from .marks import Voice
from .paragraphs import JOINED_UP, Paragraph, SetOff


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence. ``voice`` is set where a label says who speaks from here on.

    ``paragraph`` counts the paragraphs, and ``joined_up`` says that its own is several run
    together, so that a new voice may begin within it.
    """

    text: str
    set_off: SetOff
    paragraph: int
    number: str = ""
    voice: Voice | None = None
    joined_up: bool = False
    stressed: bool = False


def of(blocks: Sequence[Block]) -> list[Statement]:
    """The statements of a letter, in order."""
    found: list[Statement] = []
    of_letter = paragraphs.of(blocks)
    breaks_lost = any(letterhead.runs_into_text(paragraph.text) for paragraph in of_letter)
    for index, paragraph in enumerate(of_letter):
        found.extend(_statements(paragraph, index, breaks_lost=breaks_lost))
    return found


def without_start(statement: Statement, end: int) -> Statement:
    """The statement from ``end`` on, with nothing said of how it is set off."""
    return replace(statement, text=statement.text[end:].strip(" ,:"), set_off="sentence")


def _statements(paragraph: Paragraph, index: int, *, breaks_lost: bool) -> Iterator[Statement]:
    if paragraph.set_off == "heading":
        yield Statement(paragraph.text, "heading", index, paragraph.number)
        return
    joined_up = breaks_lost or len(paragraph.text.split()) > JOINED_UP
    pieces = sentences.split(paragraph.text) or [""]  # a label alone still says who speaks next
    for position, text in enumerate(pieces):
        if position == 0:
            yield Statement(
                text, paragraph.set_off, index, paragraph.number, paragraph.voice,
                joined_up, paragraph.stressed,
            )  # fmt: skip
        else:
            yield Statement(
                text, "sentence", index, joined_up=joined_up, stressed=paragraph.stressed
            )
