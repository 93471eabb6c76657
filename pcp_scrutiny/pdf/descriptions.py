"""What a link is called when it is read out (PDF/UA-1, 7.18.5: links have a description).

WeasyPrint describes a link by the address it leads to. Here it gets its own words instead.
"""

from html.parser import HTMLParser

import pikepdf
from pikepdf import Name


class _Links(HTMLParser):
    """Collects the words of each link; the first link to an address gives that address's."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self._target: str | None = None
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            given = dict(attrs)
            self._target = given.get("href")
            self._parts = []

    def handle_data(self, data: str) -> None:
        if self._target is not None:
            self._parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._target is not None:
            words = " ".join("".join(self._parts).split())
            self.words.setdefault(self._target.removeprefix("#"), words)
            self._target = None


def describe_links(pdf: pikepdf.Pdf, html: str) -> None:
    """Give each link of ``pdf``, printed from ``html``, its words as its description."""
    links = _Links()
    links.feed(html)
    for page in pdf.pages:
        for annotation in page.get(Name.Annots, []):
            if annotation.get(Name.Subtype) == Name.Link:
                target = str(annotation.get(Name.Contents, ""))
                if words := links.words.get(target):
                    annotation.Contents = words
