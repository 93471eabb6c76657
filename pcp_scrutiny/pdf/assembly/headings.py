"""Headings that are drawn at the top of a part's first page.

They are content with a tag, but not of the part: an item can be numbered anew and its papers need
not be printed again. The part keeps room for them (``band``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from . import typeface
from .drawing import COLOUR, COLOUR_OF_LINES, INK, Drawing
from .frames import MM, Frame
from .parts import Heading

TOP = 20 * MM  # the margins of documents.scss
SIDE = 20 * MM
A4 = (210 * MM, 297 * MM)
LINE = 1.2  # of the size
RULE = 0.6 * MM


@dataclass(frozen=True, slots=True)
class Style:
    """How headings of a level look; lengths are points."""

    size: float
    after: float
    is_ruled: bool = False


STYLES = {
    1: Style(20, 5 * MM),
    2: Style(12, 6 * MM, is_ruled=True),
    3: Style(16, 4 * MM),
}
DEEPER = Style(13.5, 3 * MM)
BELOW_WORDS = 2 * MM  # from the words to the rule


def band(headings: Sequence[Heading], *, is_wide: bool = False) -> float:
    """The millimetres that headings take at the top of a part's first page, below the margin;
    ``is_wide`` where that page lies across (A4 landscape)."""
    width = A4[is_wide]
    return sum(_height(heading, width - 2 * SIDE) for heading in headings) / MM


def draw(headings: Sequence[Heading], frame: Frame, first: int) -> Drawing:
    """The headings as content, marked with the numbers from ``first``."""
    drawing = Drawing()
    top, room = frame.height - TOP, frame.width - 2 * SIDE
    for mark, heading in enumerate(headings, start=first):
        style = _style(heading)
        drawing.add(b"/H%d <</MCID %d>> BDC\n" % (heading.level, mark))
        drawing.add(COLOUR if style.is_ruled else INK)
        baseline = top - (LINE - 1.3) / 2 * style.size - typeface.ASCENT * style.size
        lines = _lines(heading, room)
        for place, words in enumerate(lines, start=1):
            after = " " if place < len(lines) else ""  # what is read out goes on
            drawing.text(words + after, SIDE, baseline, style.size, bold=True)
            baseline -= LINE * style.size
        drawing.add(b"EMC\n")
        top -= _height(heading, room)
        if style.is_ruled:
            drawing.add(b"/Artifact <</Type /Layout>> BDC\n" + COLOUR_OF_LINES)
            drawing.line(SIDE, top + style.after + RULE / 2, room, RULE)
            drawing.add(b"EMC\n")
    return drawing


def _height(heading: Heading, room: float) -> float:
    style = _style(heading)
    rule = BELOW_WORDS + RULE if style.is_ruled else 0
    return len(_lines(heading, room)) * LINE * style.size + rule + style.after


def _lines(heading: Heading, room: float) -> list[str]:
    return typeface.lines(heading.text, room / _style(heading).size, bold=True)


def _style(heading: Heading) -> Style:
    return STYLES.get(heading.level, DEEPER)
