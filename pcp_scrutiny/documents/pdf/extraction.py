"""Take the text out of a PDF with PDFium, piece by piece with its place on the page."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from .. import limits
from .sheets import Contents, Piece, Sheet

_WIDE_GAP = 1.2
"""In sizes of the type: wider is no space between words but a column, a cell or a label's tab."""
_SHIFT = 0.4
"""In sizes of the type: a baseline further off is another line; less is a raised figure."""
_NO_UNICODE_SHARE = 0.3
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6


class _Glyph(NamedTuple):
    index: int
    character: str
    left: float
    right: float
    base: float


def extract(data: bytes) -> Contents:
    """The pieces of every page, or the problem where the file cannot be opened or is too long."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        return Contents("locked" if locked else "damaged", "", [])
    if len(pdf) > limits.MAX_PAGES:
        return Contents("pages", "", [])
    sheets: list[Sheet] = []
    characters = unknown = pieces = 0
    for index in range(len(pdf)):
        try:
            page = pdf[index]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            return Contents("damaged", "", [])
        characters += text.count_chars()
        if characters > limits.MAX_CHARACTERS:
            return Contents("text", "", [])
        reader = _PageReader(page, text)
        sheets.append(Sheet(page.get_width(), page.get_height(), reader.pieces()))
        unknown += reader.unknown
        pieces += len(sheets[-1].pieces)
        text.close()
        page.close()
    if unknown > _NO_UNICODE_SHARE * pieces:
        return Contents("letters", "", [])
    return Contents("", pdf.get_metadata_value("Title"), sheets)


class _PageReader:
    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self._text = text
        self._turned = page.get_rotation()
        self._left, self._bottom, self._right, self._top = page.get_mediabox()
        self.unknown = 0
        """Pieces in a font that does not say which letters its shapes are."""

    def pieces(self) -> list[Piece]:
        found: list[Piece] = []
        run: list[_Glyph] = []
        size = 0.0
        for glyph in self._glyphs():
            if glyph is None or (run and self._is_apart(run, glyph, size)):
                self._finish(run, size, found)
                run = []
            if glyph is not None and (run or not glyph.character.isspace()):
                if not run:
                    size = self._size(glyph.index)
                run.append(glyph)
        self._finish(run, size, found)
        return found

    def _glyphs(self) -> Iterator[_Glyph | None]:
        """The characters in the order drawn; None where PDFium sees a line end."""
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        for index in range(self._text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(self._text, index)
            if code in (0x0A, 0x0D):
                yield None
                continue
            if code == 0:
                continue
            character = _HYPHENS.get(code) or chr(code)
            pdfium.FPDFText_GetLooseCharBox(self._text, index, box)
            pdfium.FPDFText_GetCharOrigin(self._text, index, x, y)
            corners = (self._turn(box.left, box.bottom), self._turn(box.right, box.top))
            left, right = sorted((corners[0][0], corners[1][0]))
            yield _Glyph(index, character, left, right, self._turn(x.value, y.value)[1])

    def _turn(self, x: float, y: float) -> tuple[float, float]:
        if self._turned == 90:
            return y - self._bottom, self._right - x
        if self._turned == 180:
            return self._right - x, self._top - y
        if self._turned == 270:
            return self._top - y, x - self._left
        return x - self._left, y - self._bottom

    def _is_apart(self, run: list[_Glyph], glyph: _Glyph, size: float) -> bool:
        if glyph.character.isspace():
            return False
        last = next(g for g in reversed(run) if not g.character.isspace())
        gap = glyph.left - last.right
        return gap > _WIDE_GAP * size or gap < -size or abs(glyph.base - last.base) > _SHIFT * size

    def _size(self, index: int) -> float:
        """The size in which the letter is shown, which is not the one its font was set in."""
        matrix = pdfium.FS_MATRIX()
        size = pdfium.FPDFText_GetFontSize(self._text, index)
        if pdfium.FPDFText_GetMatrix(self._text, index, matrix):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5
        return max(size, 1.0)

    def _finish(self, run: list[_Glyph], size: float, found: list[Piece]) -> None:
        units = "".join(glyph.character for glyph in run).rstrip()
        if not units:
            return
        # PDFium gives characters beyond the first plane in two halves.
        text = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        solid = [glyph for glyph in run if not glyph.character.isspace()]
        looks = [self._look(g.index) for g in (solid[0], solid[len(solid) // 2], solid[-1])]
        self.unknown += pdfium.FPDFText_HasUnicodeMapError(self._text, solid[0].index) == 1
        found.append(
            Piece(
                text=text,
                left=round(solid[0].left, 2),
                right=round(solid[-1].right, 2),
                base=round(solid[0].base, 2),
                size=round(size, 2),
                bold=all(bold for bold, _ in looks),
                italic=all(italic for _, italic in looks),
            )
        )

    def _look(self, index: int) -> tuple[bool, bool]:
        """Bold and italic, by the font's own words for them."""
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text, index, name, 128, flags)
        words = name.value.decode("utf-8", "replace").lower()
        heavy = pdfium.FPDFText_GetFontWeight(self._text, index) >= _BOLD_WEIGHT
        bold = heavy or any(word in words for word in ("bold", "black", "heavy"))
        italic = bool(flags.value & _ITALIC_FLAG) or "italic" in words or "oblique" in words
        return bold, italic
