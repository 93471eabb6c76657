"""The HTML edition of a pack, read for what must not be in it."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, unquote_to_bytes

from .looking import Leak, Looker
from .pieces import How, Piece, Stream
from .reading.letters import among
from .secrets import Secrets

INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "code",
    "em",
    "i",
    "mark",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
}
TEXT = "the HTML edition"
ATTRIBUTE = "the HTML edition, in an attribute,"
COMMENT = "the HTML edition, in a comment,"
BUILT_IN = "a file inside of the HTML edition"
DATA = re.compile(r"\s*data:([^,]*),(.*)", re.S | re.I)


def find_in_text(text: str, secrets: Secrets) -> list[Leak]:
    """What of the secrets is in the HTML edition of a pack: in its text, its attributes, its
    comments, or the files inside of it."""
    if not secrets:
        return []
    looker = Looker(secrets)
    for piece in read(text):
        looker.look(piece)
    return looker.leaks


def read(text: str) -> Iterator[Piece | Stream]:
    """Everything in some HTML."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    yield Piece(TEXT, "".join(parser.written))
    for value in dict.fromkeys(parser.values):
        yield Piece(ATTRIBUTE, value)
        if "%" in value:
            yield Piece(ATTRIBUTE, unquote(value))
        if data := DATA.match(value):
            yield from _built_in(data[1], data[2])
    for comment in parser.comments:
        yield Piece(COMMENT, unescape(comment))
    # As it is written: whatever a browser would make of it.
    yield Piece(TEXT, unescape(text), How.BYTES)


def _built_in(kind: str, written: str) -> Iterator[Piece | Stream]:
    data = unquote_to_bytes(written)
    if kind.lower().endswith("base64"):
        try:
            data = base64.b64decode(data)
        except binascii.Error:
            return
    yield Stream(BUILT_IN, (hashlib.sha256(data).hexdigest(),))
    yield Piece(BUILT_IN, among(data), How.BYTES)


class _Parser(HTMLParser):
    """Takes HTML apart. Words that only a change of type parts stay one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self.values: list[str] = []
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        self.values += [value for _, value in attrs if value]

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)

    def handle_data(self, data: str) -> None:
        self.written.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        self.comments.append(decl)

    def handle_pi(self, data: str) -> None:
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        self.comments.append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.written.append("\n")
