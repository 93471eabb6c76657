"""The text of papers that were sent in, as HTML, for those who read the pack as a web page.

Reading a PDF takes longer than printing most papers, so what was read is kept as parts are.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from pcp_scrutiny import documents
from pcp_scrutiny.documents import Block, Unreadable
from pcp_scrutiny.documents import pdf as pdf_text
from pcp_scrutiny.pdf.uploads import seeing

from . import keeping
from .fragments import PAPER_HEADINGS
from .sources import hashed

Beat = Callable[[], None]
DEEPEST = 6
BULLETS = frozenset("•‣◦⁃∙-–—*·")


def of_upload(content: bytes, *, beat: Beat) -> SafeString:
    """The text of an upload as the pack prints it: ``content`` is its part, cleaned and fitted.
    Empty where it cannot be read.

    What cleaning took out, or its author cropped away, is in the file as it was received, and is
    nobody's to read here. ``beat`` is called after each page that is read, and what it raises
    ends it.
    """
    key = hashed("text", hashlib.sha256(content).hexdigest(), _reader())
    kept = keeping.find(key, ending="html")
    if kept is None:
        kept = as_html(blocks_of(content, beat=beat)).encode()
        keeping.keep(key, kept, ending="html")
    return mark_safe(kept.decode())  # noqa: S308 - made here, of escaped words


def blocks_of(content: bytes, *, beat: Beat = lambda: None) -> Sequence[Block]:
    """The blocks of text that are seen on the pages of an upload's part; none where they cannot be
    read. It may be larger than a file that is sent in to be read."""
    try:
        return pdf_text.read(seeing.trim(content), lambda *_: beat()).blocks
    except Unreadable:
        return []


@cache
def _reader() -> str:
    """A digest of what reads PDFs; it does not change while a process runs."""
    of = (Path(documents.__file__).parent, Path(seeing.__file__), Path(__file__))
    return hashed([keeping.code_of(path) for path in of])


def as_html(blocks: Iterable[Block]) -> SafeString:
    """Blocks of text as headings, paragraphs, lists and tables, below the title of a paper."""
    found: list[SafeString] = []
    above = PAPER_HEADINGS - 1
    for (kind, _), run in groupby(blocks, key=lambda block: (block.kind, block.table)):
        if kind == "heading":
            for block in run:
                above = min(PAPER_HEADINGS - 1 + max(block.level, 1), above + 1, DEEPEST)
                found.append(format_html("<h{0}>{1}</h{0}>", above, _words(block)))
        elif kind == "item":
            found.append(_list(list(run)))
        elif kind == "cell":
            found.append(_table(list(run)))
        else:
            found += [format_html("<p>{}</p>", _words(block)) for block in run]
    return format_html_join("\n", "{}", ((one,) for one in found))


def _list(items: list[Block]) -> SafeString:
    """Numbers and letters stay as the author set them."""
    is_bulleted = all(not item.label or set(item.label) <= BULLETS for item in items)
    words = ((item.text if is_bulleted else _words(item),) for item in items)
    kind = "govuk-list govuk-list--bullet" if is_bulleted else "govuk-list"
    return format_html('<ul class="{}">{}</ul>', kind, format_html_join("", "<li>{}</li>", words))


def _table(cells: list[Block]) -> SafeString:
    rows = format_html_join("", "{}", ((row,) for row in _rows(cells)))
    return format_html("<table><tbody>{}</tbody></table>", rows)


def _rows(cells: list[Block]) -> Iterator[SafeString]:
    for _, row in groupby(cells, key=lambda cell: cell.row):
        columns = groupby(row, key=lambda cell: cell.column)
        words = ((" ".join(map(_words, column)),) for _, column in columns)
        yield format_html("<tr>{}</tr>", format_html_join("", "<td>{}</td>", words))


def _words(block: Block) -> str:
    return f"{block.label} {block.text}".strip()
