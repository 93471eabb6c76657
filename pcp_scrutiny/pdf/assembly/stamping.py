"""Page numbers, running feet, heads and watermarks: artifacts on finished pages.

An artifact is no part of the content, so a screen reader does not read "Page 12 of 40" in the
middle of a sentence. WeasyPrint cannot mark what it prints in page margins as one, so nothing is
printed there, and the stamps are drawn here.
"""

import math
import re
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from . import typeface
from .drawing import COLOUR, INK, Drawing
from .frames import MM, Frame, frame
from .typeface import Font

SIZE = 9.5
LEADING = 1.3 * SIZE
SIDE = 20 * MM
ROOM_FOR_NUMBER = 50 * MM  # from the right edge
HEAD_TOP = 9 * MM  # from the top edge to the top of its first line
FOOT_TOP = 15 * MM  # from the bottom edge
MOST_LINES = 2
BEGIN_HEAD = b"/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n"
BEGIN_FOOT = b"/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n"
BEGIN_WATERMARK = b"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n"
WATERMARK_SIZE = 130
WATERMARK_SPACING = 12
FAINT = "/FaintWatermark"  # the resource: it lets what is below show through
FAINTNESS = 0.07
CAPITALS = 0.668  # the height of capitals, of the size
RANGE = re.compile(r"(\w*\d\w*)[-–](\w*\d\w*)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is drawn on a page."""

    number: str  # in words: "Page 43"
    foot: str = ""
    head: str = ""
    watermark: str = ""


def in_words(number: str) -> str:
    """What is stamped for a number or a range of numbers: "Page 43", "Pages 43 to 50"."""
    if found := RANGE.fullmatch(number):
        return f"Pages {found[1]} to {found[2]}"
    return f"Page {number}" if number else ""


class Stamper:
    """Draws stamps on the pages of one PDF. Pages that look alike share their drawings."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._fonts: dict[str, pikepdf.Object] = {}
        self._drawn: dict[tuple[Frame, Stamp], Drawing] = {}
        self._equipped: set[tuple[tuple[int, int], str]] = set()
        self._save = pdf.make_stream(b"q\n")

    def stamp(
        self,
        page: pikepdf.Object,
        stamp: Stamp,
        headings: Drawing | None = None,
        *,
        is_over: bool = False,
    ) -> None:
        """Draw the headings before the page's content, as they are read, and the stamp over it.

        With ``is_over`` the headings, too, are drawn over it: what comes from elsewhere may be
        white where it seems empty, such as the margins of a scan, and would cover them."""
        around = frame(page)
        over = self._draw(around, stamp)
        opening = self._save
        if headings is not None and is_over:
            over = Drawing(headings.content + over.content, headings.fonts | over.fonts)
        elif headings is not None:
            opening = self._pdf.make_stream(_framed(around, headings) + b"q\n")
            self._equip(page, headings.fonts)
        # The page's own content may change the coordinates and not set them back.
        content = page.get(Name.Contents)
        own = content if isinstance(content, Array) else [] if content is None else [content]
        after = self._pdf.make_stream(b"Q\n" + _framed(around, over))
        page.Contents = Array([opening, *own, after])
        self._equip(page, over.fonts, is_faint=bool(stamp.watermark))

    def _draw(self, around: Frame, stamp: Stamp) -> Drawing:
        """The number differs from page to page, the rest is drawn once."""
        rest = (around, Stamp("", stamp.foot, stamp.head, stamp.watermark))
        if rest not in self._drawn:
            self._drawn[rest] = _draw_rest(around, stamp)
        drawn = self._drawn[rest]
        whole = Drawing(list(drawn.content), dict(drawn.fonts))
        _draw_number(whole, around, stamp.number)
        return whole

    def _equip(
        self, page: pikepdf.Object, fonts: dict[str, Font], *, is_faint: bool = False
    ) -> None:
        """Put the fonts among the page's resources, which several pages may share."""
        if Name.Resources not in page:
            page.Resources = Dictionary()
        resources = page.Resources
        self._add(resources, "/Font", {name: self._font(font) for name, font in fonts.items()})
        if is_faint:
            self._add(
                resources, "/ExtGState", {FAINT: Dictionary(Type=Name.ExtGState, ca=FAINTNESS)}
            )

    def _font(self, font: Font) -> pikepdf.Object:
        if font.resource not in self._fonts:
            self._fonts[font.resource] = font.embed(self._pdf)
        return self._fonts[font.resource]

    def _add(self, resources: pikepdf.Object, kind: str, wanted: dict[str, pikepdf.Object]) -> None:
        key = resources.objgen
        missing = {
            n: o for n, o in wanted.items() if key == (0, 0) or (key, n) not in self._equipped
        }
        if not missing:
            return
        if not isinstance(resources.get(kind), Dictionary):
            resources[kind] = Dictionary()
        for name, resource in missing.items():
            resources[kind][name] = resource
            self._equipped.add((key, name))


def _framed(around: Frame, drawing: Drawing) -> bytes:
    return b"q\n" + around.transform + drawing.bytes + b"Q\n"


def _draw_rest(around: Frame, stamp: Stamp) -> Drawing:
    drawing = Drawing()
    if stamp.watermark:
        _draw_watermark(drawing, around, stamp.watermark)
    if stamp.head:
        drawing.add(BEGIN_HEAD + INK)
        baseline = around.height - HEAD_TOP - typeface.ASCENT * SIZE
        for words in _cut(stamp.head, around.width - 2 * SIDE, bold=True):
            wide = typeface.width(words, bold=True) * SIZE
            drawing.text(words, (around.width - wide) / 2, baseline, SIZE, bold=True)
            baseline -= LEADING
        drawing.add(b"EMC\n")
    if stamp.foot:
        drawing.add(BEGIN_FOOT + INK)
        baseline = FOOT_TOP - typeface.ASCENT * SIZE
        for words in _cut(stamp.foot, around.width - SIDE - ROOM_FOR_NUMBER):
            drawing.text(words, SIDE, baseline, SIZE)
            baseline -= LEADING
        drawing.add(b"EMC\n")
    return drawing


def _draw_number(drawing: Drawing, around: Frame, number: str) -> None:
    if number:
        wide = typeface.width(number) * SIZE
        drawing.add(BEGIN_FOOT + INK)
        right = around.width - SIDE - wide
        drawing.text(number, right, FOOT_TOP - typeface.ASCENT * SIZE, SIZE)
        drawing.add(b"EMC\n")


def _draw_watermark(drawing: Drawing, around: Frame, words: str) -> None:
    """Across the middle of the page, from its lower left to its upper right, as large as fits."""
    spaced = len(words) * WATERMARK_SPACING / WATERMARK_SIZE
    wide = typeface.width(words, bold=True) + spaced
    room = 1.15 * min(around.width, around.height)
    size = min(WATERMARK_SIZE, room / wide)
    along = -(wide - WATERMARK_SPACING / WATERMARK_SIZE) * size / 2
    up = -CAPITALS * size / 2
    turn = math.sqrt(0.5)
    x = around.width / 2 + turn * (along - up)
    y = around.height / 2 + turn * (along + up)
    drawing.add(BEGIN_WATERMARK + b"q\n%s gs\n" % FAINT.encode() + COLOUR)
    spacing = WATERMARK_SPACING * size / WATERMARK_SIZE
    drawing.text_along(words, (turn, turn, -turn, turn, x, y), size, spacing)
    drawing.add(b"Q\nEMC\n")


def _cut(words: str, room: float, *, bold: bool = False) -> list[str]:
    """As many lines as there is room for; what is left out is shown by three dots."""
    found = typeface.lines(words, room / SIZE, bold=bold)
    if len(found) > MOST_LINES:
        found = found[:MOST_LINES]
        found[-1] = f"{found[-1].rstrip(' .,;:')}…"
    return found
