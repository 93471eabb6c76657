"""HTML to a tagged PDF, by WeasyPrint."""

import io
from typing import TYPE_CHECKING, Any

import pikepdf

from . import heads, look, markup, static_files, tagging
from .assembly.stamping import Stamp, Stamper

if TYPE_CHECKING:
    from weasyprint import Document

NO_LIBRARIES = (
    "PDFs cannot be printed on this machine, because system libraries that WeasyPrint needs are "
    "missing. Whoever runs the system can install them; on Debian and Ubuntu they are the packages "
    "libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0."
)
NOT_BUILT = (
    "PDFs cannot be printed yet, because the style sheet and the typeface have not been built. "
    "Whoever runs the system can build them with “npm run build”."
)

TOP_MARGIN = 20  # millimetres, as in documents.scss
FIRST_PAGE = """
@page :first {{ margin-top: {:.2f}mm }}
body > :first-child, body > :first-child > :first-child {{ margin-top: 0 }}
"""  # the headings above have their own distance from what follows


class Unavailable(Exception):
    """PDFs cannot be printed on this machine; the message says what is missing."""


def render(html: str, *, foot: str = "") -> bytes:
    """A whole HTML document as PDF/UA-1.

    The document needs ``lang`` and a ``<title>``; its headings become the bookmarks. ``foot`` is
    stamped at the foot of every page with the page's number; a single page has no foot, because it
    says itself what it is. An element with an ``id`` and a ``data-head`` has those words stamped at
    the head of every page it reaches ("Not for publication"), with a ``data-watermark`` across it
    ("Draft"). The same arguments give the same bytes. Raises Unavailable.
    """
    document, marks = _lay_out(html), markup.marks(html)
    anchors = [page.anchors.keys() for page in document.pages]
    over = markup.over(anchors, marks.heads)
    across = markup.over(anchors, marks.watermarks)
    total = len(document.pages)
    with pikepdf.open(io.BytesIO(_write(document, html))) as pdf:
        stamper = Stamper(pdf)
        pages = zip(pdf.pages, over, across, strict=True)
        for number, (page, head, watermark) in enumerate(pages, start=1):
            words = f"Page {number} of {total}"
            stamp = Stamp(words, foot if total > 1 else "", head, watermark)
            stamper.stamp(page.obj, stamp)
        return _save(pdf)


def render_part(html: str, *, band: float = 0) -> bytes:
    """A whole HTML document as a part of a pack: tagged, without number, foot and head.

    ``band`` millimetres are kept empty at the top of the first page, below its margin. What its
    elements want at the head of a page (``data-head``) and across it (``data-watermark``) is noted
    there for the pack. The same arguments give the same bytes. Raises Unavailable.
    """
    document = _lay_out(html, band=band)
    anchors = [page.anchors.keys() for page in document.pages]
    with pikepdf.open(io.BytesIO(_write(document, html))) as pdf:
        marks = markup.marks(html)
        over, across = (markup.over(anchors, each) for each in (marks.heads, marks.watermarks))
        heads.note(pdf, over, across)
        return _save(pdf)


def _write(document: "Document", html: str) -> bytes:
    def finish(document: "Document", pdf: Any) -> None:  # noqa: ARG001
        tagging.finish(pdf, html)

    tagging.remember()
    return document.write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=b"pcp-scrutiny", finisher=finish
    )


def _save(pdf: pikepdf.Pdf) -> bytes:
    finished = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate
    pdf.save(finished, deterministic_id=True, object_stream_mode=mode)
    return finished.getvalue()


def _lay_out(html: str, *, band: float = 0) -> "Document":
    try:
        from weasyprint import CSS, HTML
    except OSError as missing:
        raise Unavailable(NO_LIBRARIES) from missing
    try:
        ours = look.look()
    except static_files.NotBuilt as missing:
        raise Unavailable(NOT_BUILT) from missing
    fetcher = look.fetching(has_sheet=True)
    first = [CSS(string=FIRST_PAGE.format(TOP_MARGIN + band))] if band else []
    source = HTML(string=html, base_url=static_files.BASE, url_fetcher=fetcher)
    document = source.render(stylesheets=[ours.sheet, *first], font_config=ours.fonts)
    if fetcher.missing:
        raise Unavailable(NOT_BUILT)
    return document
