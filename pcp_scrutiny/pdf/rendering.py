"""HTML to a tagged PDF, by WeasyPrint."""

import io
from typing import TYPE_CHECKING, Any

import pikepdf

from . import links, markup, stamps, static_files, tables

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
FIRST_PAGE = "@page :first {{ margin-top: {:.2f}mm }}"


class Unavailable(Exception):
    """PDFs cannot be printed on this machine; the message says what is missing."""


def render(html: str, *, foot: str = "") -> bytes:
    """A whole HTML document as PDF/UA-1.

    The document needs ``lang`` and a ``<title>``; its headings become the bookmarks. ``foot`` is
    stamped at the foot of every page with the page's number. An element with an ``id`` and a
    ``data-head`` has those words stamped at the head of every page it reaches ("Not for
    publication"), with a ``data-watermark`` across it ("Draft"). The same arguments give the
    same bytes. Raises Unavailable.
    """
    document, marks = _lay_out(html), markup.marks(html)
    content = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"pcp-scrutiny")
    anchors = [page.anchors.keys() for page in document.pages]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        links.describe(pdf, marks.links)
        tables.add_scopes(pdf)
        heads = stamps.heads(anchors, marks.heads)
        across = stamps.heads(anchors, marks.watermarks)
        sheet = stamps.sheet(stamps.sizes(pdf), foot=foot, heads=heads, watermarks=across)
        stamps.stamp(pdf, _lay_out(sheet).write_pdf())
        finished = io.BytesIO()
        pdf.save(finished, deterministic_id=True)
    return finished.getvalue()


def render_part(html: str, *, band: float = 0) -> bytes:
    """A whole HTML document as a part of a pack: tagged, without number, foot and head.

    ``band`` millimetres are kept empty at the top of the first page, below its margin. The same
    arguments give the same bytes. Raises Unavailable.
    """
    document, marks = _lay_out(html, band=band), markup.marks(html)
    content = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"pcp-scrutiny")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        links.describe(pdf, marks.links)
        tables.add_scopes(pdf)
        finished = io.BytesIO()
        pdf.save(finished, deterministic_id=True)
    return finished.getvalue()


def _lay_out(html: str, *, band: float = 0) -> "Document":
    try:
        from weasyprint import CSS, HTML
    except OSError as missing:
        raise Unavailable(NO_LIBRARIES) from missing
    fetcher = _fetcher()
    more = [CSS(string=FIRST_PAGE.format(TOP_MARGIN + band))] if band else []
    source = HTML(string=html, base_url=static_files.BASE, url_fetcher=fetcher)
    document = source.render(stylesheets=more)
    if fetcher.missing:
        raise Unavailable(NOT_BUILT)
    return document


def _fetcher() -> Any:
    """WeasyPrint's way to files: ours and no others."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOurs(URLFetcher):
        missing = False

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002
            try:
                content, media_type = static_files.read(url)
            except static_files.NotBuilt:
                self.missing = True
                raise
            return URLFetcherResponse(url, content, {"Content-Type": media_type})

    return OnlyOurs()
