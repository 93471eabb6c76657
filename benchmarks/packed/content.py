"""What the packs that are measured hold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Content:
    """Beside the minutes and a tracker: ``written`` papers of about nine pages, and ``uploads`` of
    ``pages_each`` pages."""

    name: str
    written: int
    uploads: int = 0
    pages_each: int = 10


CONTENTS = [
    Content("300 pages from the record", written=30),
    Content("300 pages, 250 of them uploads", written=2, uploads=25),
    Content("1,000 pages from the record", written=108),
]


def of_pages(pages: int) -> Content:
    """One from the record, of about so many pages."""
    return Content(f"about {pages} pages", written=max(pages // 9 - 4, 2))
