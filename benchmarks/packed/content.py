"""What the packs that are measured hold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Content:
    """Beside the minutes and a tracker: ``written`` papers of about six pages, and ``uploads`` of
    ``pages_each`` pages."""

    name: str
    written: int
    uploads: int = 0
    pages_each: int = 10


CONTENTS = [
    Content("300 pages from the record", written=40),
    Content("300 pages, 250 of them uploads", written=1, uploads=25),
    Content("1,000 pages from the record", written=152),
]


def of_pages(pages: int) -> Content:
    """One from the record, of about so many pages."""
    return Content(f"about {pages} pages", written=max(pages // 6 - 8, 2))
