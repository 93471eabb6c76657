"""What the finishing of a PDF has to know of the HTML it was printed from."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Marks:
    """``links``: the words of the first link to each address (an id of the document without its
    ``#``). ``heads`` and ``watermarks``: what is to stand at the head of every page that the
    element with an id reaches, and across it, from its ``data-head`` and ``data-watermark``."""

    links: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    watermarks: dict[str, str] = field(default_factory=dict)


def marks(html: str) -> Marks:
    """Read them from a document."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.marks


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.marks = Marks()
        self._target: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if name := given.get("id"):
            if head := given.get("data-head"):
                self.marks.heads[name] = head
            if watermark := given.get("data-watermark"):
                self.marks.watermarks[name] = watermark
        if tag == "a":
            self._target, self._words = given.get("href"), []

    def handle_data(self, data: str) -> None:
        if self._target is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._target is not None:
            words = " ".join("".join(self._words).split())
            self.marks.links.setdefault(self._target.removeprefix("#"), words)
            self._target = None
