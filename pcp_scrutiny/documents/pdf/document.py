"""A PDF read into blocks."""

from collections.abc import Callable

from .. import limits
from ..blocks import Document, Unreadable
from ..titles import title_of
from . import apart, columns, furniture, layout, paragraphs

MEDIA_TYPE = "application/pdf"

_PROBLEMS = {
    "locked": (
        "The file is protected by a password. Save a copy without the password and add that."
    ),
    "damaged": (
        "The file is damaged and cannot be opened. Download it again, or save it again as a PDF,"
        " and add that."
    ),
    "pages": (
        f"The file has more than {limits.MAX_PAGES:,} pages. Split it into parts and add them one"
        " by one."
    ),
    "text": limits.TOO_MUCH_TEXT,
    "time": (
        "The file takes too long to read. Ask for the Word document it was made from, or save it"
        " as a PDF again, and add that."
    ),
    "letters": (
        "The file does not say which letters its text is made of. Ask for the Word document it"
        " was made from, and add that."
    ),
    "scan": (
        "The file has no text: it looks like a scan. Ask for the Word document or the PDF it was"
        " printed from, or have its text recognised (OCR), and add that."
    ),
}


def read(data: bytes, progress: Callable[[int, int], None] | None = None) -> Document:
    """The text by page, without running headers and footers, page numbers and contents list.

    Headings are told by the size of their type, tables by where their cells begin.
    ``progress`` is told the pages done and the pages in all.
    """
    problem, title, sheets = apart.extract(data, progress)
    if not problem and not any(sheet.pieces for sheet in sheets):
        problem = "scan"
    if problem:
        raise Unreadable(_PROBLEMS[problem])
    pages = furniture.without(sheets)
    gutters = columns.usual_gutters(pages)
    lines = [
        line
        for page, pieces in enumerate(pages, start=1)
        for line in layout.lines(pieces, page, gutters)
    ]
    blocks = paragraphs.blocks(furniture.without_contents(lines))
    return Document(title_of(title, blocks), MEDIA_TYPE, blocks, len(sheets))
