"""What the finishing of a PDF has to know of the HTML it was printed from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Marks:
    """What is to stand at the head of every page that the element with an id reaches, and across
    it, from its ``data-head`` and ``data-watermark``."""

    heads: dict[str, str] = field(default_factory=dict)
    watermarks: dict[str, str] = field(default_factory=dict)


def marks(html: str) -> Marks:
    """Read them from a document."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.marks


def over(anchors: Sequence[Collection[str]], words: Mapping[str, str]) -> list[str]:
    """What stands over each page. ``anchors`` are the ids of the elements that reach each page,
    ``words`` what is to stand over those with that id, in the document's order. Of several the
    last counts: it is inside the others."""
    inner_first = list(reversed(words.items()))
    return [
        next((head for name, head in inner_first if name in reached), "") for reached in anchors
    ]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.marks = Marks()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        given = dict(attrs)
        if name := given.get("id"):
            if head := given.get("data-head"):
                self.marks.heads[name] = head
            if watermark := given.get("data-watermark"):
                self.marks.watermarks[name] = watermark
