"""The look of what is printed: our style sheet and typeface, read once and used for every document.

Reading them anew takes WeasyPrint a quarter of a second, which is more than most papers take to
print: the typeface has to be decompressed and the style sheet parsed.
"""

import atexit
import threading
from dataclasses import dataclass
from typing import Any

from . import static_files

SHEET = f"{static_files.BASE}documents.css"
_read = threading.local()  # Pango's typefaces are not for several threads at once


@dataclass(frozen=True, slots=True)
class Look:
    """WeasyPrint's configuration of typefaces and its parsed style sheet; ``source`` is what it
    was read from."""

    source: bytes
    fonts: Any
    sheet: Any


def look() -> Look:
    """The look, read again where the style sheet was built anew. Raises static_files.NotBuilt."""
    source, _ = static_files.read(SHEET)
    kept: Look | None = getattr(_read, "look", None)
    if kept is None or kept.source != source:
        kept = _read.look = _parsed(source)
    return kept


@atexit.register
def forget() -> None:
    """Let go of what this thread read: WeasyPrint keeps the typeface in a folder of its own, and
    deletes it then."""
    _read.__dict__.clear()


def _parsed(source: bytes) -> Look:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts, fetcher = FontConfiguration(), fetching()
    sheet = CSS(url=SHEET, url_fetcher=fetcher, font_config=fonts)
    if fetcher.missing:
        raise static_files.NotBuilt("A typeface that the style sheet names has not been built")
    return Look(source, fonts, sheet)


def fetching(*, has_sheet: bool = False) -> Any:
    """WeasyPrint's way to files: ours and no others. Where the document ``has_sheet`` already, its
    link to the style sheet leads to nothing."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOurs(URLFetcher):
        missing = False

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002
            try:
                content, media_type = static_files.read(url)
            except static_files.NotBuilt:
                self.missing = True
                raise
            if has_sheet and url == SHEET:
                content = b""
            return URLFetcherResponse(url, content, {"Content-Type": media_type})

    return OnlyOurs()
