"""Take the text out of a PDF with PDFium, piece by piece with its place on the page."""

import ctypes
from collections.abc import Callable, Iterator
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
_LINE_END_HYPHENS = (0x02, 0xFFFE)
"""What PDFium puts for a hyphen at the end of a line, where it then gives no line end."""
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6


class _Word(NamedTuple):
    """Characters between spaces, ``first`` to ``last`` by their index on the page."""

    text: str
    first: int
    last: int
    left: float
    right: float
    base: float


def extract(data: bytes, progress: Callable[[int, int], None] = lambda *_: None) -> Contents:
    """The pieces of every page, or the problem where the file cannot be opened or is too long.

    ``progress`` is told after each page how many are done, and how many there are.
    """
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
        progress(index + 1, len(pdf))
    if unknown > _NO_UNICODE_SHARE * pieces:
        return Contents("letters", "", [])
    return Contents("", pdf.get_metadata_value("Title"), sheets)


class _PageReader:
    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self._text = text.raw
        self._count = text.count_chars()
        self._turned = page.get_rotation()
        self._left, self._bottom, self._right, self._top = page.get_mediabox()
        self._crop = page.get_cropbox()
        self.unknown = 0
        """Pieces in a font that does not say which letters its shapes are."""

    def pieces(self) -> list[Piece]:
        found: list[Piece] = []
        run: list[_Word] = []
        size = 0.0
        for word in self._words():
            if run and (word is None or _is_apart(run[-1], word, size)):
                found.append(self._piece(run, size))
                run = []
            if word is not None:
                size = size if run else self._size(word.first)
                run.append(word)
        return found

    def _words(self) -> Iterator[_Word | None]:
        """The words in the order drawn; None where PDFium sees a line end, and at the end."""
        letters: list[tuple[int, str]] = []
        for index in range(self._count):
            code = pdfium.FPDFText_GetUnicode(self._text, index)
            if code == 0:
                continue
            character = "\n" if code in _LINE_END_HYPHENS else chr(code)
            if code in _LINE_END_HYPHENS:
                letters.append((index, "-"))
            elif not character.isspace():
                letters.append((index, character))
                continue
            if letters:
                yield self._word(letters)
                letters = []
            if character in "\r\n":
                yield None
        if letters:
            yield self._word(letters)
        yield None

    def _word(self, letters: list[tuple[int, str]]) -> _Word | None:
        """The word; None where it begins off the page or in what was cropped away."""
        # Only its ends are measured, which is most of the time this takes.
        first, last = letters[0][0], letters[-1][0]
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, first, x, y)
        if not self._is_seen(x.value, y.value):
            return None
        edges = [edge for index in (first, last) for edge in self._edges(index)]
        base = self._turn(x.value, y.value)[1]
        units = "".join(character for _, character in letters)
        # PDFium gives characters beyond the first plane in two halves.
        text = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return _Word(text, first, last, min(edges), max(edges), base)

    def _is_seen(self, x: float, y: float) -> bool:
        left, bottom, right, top = self._crop
        across = max(left, self._left) - 1 <= x <= min(right, self._right) + 1
        return across and max(bottom, self._bottom) - 1 <= y <= min(top, self._top) + 1

    def _edges(self, index: int) -> tuple[float, float]:
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text, index, box)
        return self._turn(box.left, box.bottom)[0], self._turn(box.right, box.top)[0]

    def _turn(self, x: float, y: float) -> tuple[float, float]:
        if self._turned == 90:
            return y - self._bottom, self._right - x
        if self._turned == 180:
            return self._right - x, self._top - y
        if self._turned == 270:
            return self._top - y, x - self._left
        return x - self._left, y - self._bottom

    def _size(self, index: int) -> float:
        """The size in which the letter is shown, which is not the one its font was set in."""
        matrix = pdfium.FS_MATRIX()
        size = pdfium.FPDFText_GetFontSize(self._text, index)
        if pdfium.FPDFText_GetMatrix(self._text, index, matrix):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5
        return max(size, 1.0)

    def _piece(self, run: list[_Word], size: float) -> Piece:
        looks = [self._look(run[0].first), self._look(run[-1].last)]
        self.unknown += pdfium.FPDFText_HasUnicodeMapError(self._text, run[0].first) == 1
        return Piece(
            text=" ".join(word.text for word in run),
            left=round(run[0].left, 2),
            right=round(run[-1].right, 2),
            base=round(run[0].base, 2),
            size=round(size, 2),
            bold=all(bold for bold, _ in looks),
            italic=all(italic for _, italic in looks),
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


def _is_apart(last: _Word, word: _Word, size: float) -> bool:
    gap = word.left - last.right
    return gap > _WIDE_GAP * size or gap < -size or abs(word.base - last.base) > _SHIFT * size
