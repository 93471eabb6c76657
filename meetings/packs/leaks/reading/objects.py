"""The objects of a PDF: their strings and names, and what their streams hold."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

import pikepdf
from pikepdf import Name

from ..pieces import How, Piece, Stream
from . import fonts, inside, shown, syntax
from .letters import among
from .places import Places, contents

NO_TEXT = {b"ID", b"CheckSum", b"O", b"U", b"OE", b"UE", b"Registry", b"Ordering"}
"""Keys of strings that are numbers or say nothing of anybody."""
HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
ENDS = 64 * 1024
"""Bytes at the ends of a picture that may say who took it, and of what."""
MOST_FONTS = 8
"""Fonts of one name that are tried, for what no page shows."""


class Objects:
    """Reads every object that a file lists, whether anything leads to it or not."""

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        labels: Mapping[int, str],
        shapes: frozenset[tuple[int, int]],
    ) -> None:
        self._pdf, self._shapes = pdf, shapes
        self._places = Places(pdf, labels)
        self._fonts: dict[tuple[int, int], fonts.Font] = {}
        self._called: dict[str, list[fonts.Font]] = defaultdict(list)
        self._names: set[bytes] = set()
        self._said: set[tuple[str, bytes]] = set()
        self._on_pages: set[tuple[int, int]] = set()
        self.stored: set[bytes] = set()
        self.files: list[tuple[str, bytes]] = []

    def read(self) -> Iterator[Piece | Stream]:
        """All of them; then the names that they are made with."""
        yield from self._pages()
        yield from self.strings(self._pdf.trailer.unparse(resolved=True), "the file’s properties")
        for thing in self._pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield from self._stream(thing)
            elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Array, pikepdf.String, Name)):
                self._note_fonts(thing)
                written = thing.unparse(resolved=True)
                yield from self.strings(written, self._places.of(thing.objgen, written))
        for name in sorted(self._names):
            text = syntax.name(name)
            yield Piece("a name inside the file", HUMPS.sub(" ", text), How.NAME)
            yield Piece("a name inside the file", text, How.NAME)

    def strings(self, written: bytes, where: str) -> Iterator[Piece]:
        """The strings of an object that were not met in the same place."""
        if (names := syntax.names(written)) is not None:
            self._names.update(names)
            return
        for name, string in syntax.tokens(written):
            if string is None:
                self._names.add(name)
            elif string and name not in NO_TEXT and (where, string) not in self._said:
                self._said.add((where, string))
                for text in syntax.texts(string):
                    yield Piece(where, text, key=syntax.name(name))
                    if "%" in text:
                        yield Piece(where, unquote(text), key=syntax.name(name))

    def shown(self, data: bytes, where: str) -> Iterator[Piece]:
        """What a stream writes that belongs to nothing, by the fonts that are called so."""
        most = max((len(found) for found in self._called.values()), default=1)
        texts = {shown.read(data, self._nth(place)) for place in range(min(most, MOST_FONTS))}
        yield from (Piece(where, text) for text in sorted(texts))

    def _nth(self, place: int) -> Callable[[str], fonts.Font | None]:
        def called(name: str) -> fonts.Font | None:
            found = self._called.get(name)
            return found[place % len(found)] if found else None

        return called

    def _pages(self) -> Iterator[Piece]:
        for page in self._pdf.pages:
            parts = contents(page.obj)
            self._on_pages |= {part.objgen for part in parts}
            where = self._places.of(page.obj.objgen, b"")
            data = b"\n".join(filter(None, (_decoded(part) for part in parts)))
            yield Piece(where, shown.read(data, self._in(page.obj.get(Name.Resources))))

    def _in(self, resources: pikepdf.Object | None) -> Callable[[str], fonts.Font | None]:
        """Finds the fonts of some resources by their names."""
        found = resources.get(Name.Font) if isinstance(resources, pikepdf.Dictionary) else None
        known: dict[str, fonts.Font] = {}
        if isinstance(found, pikepdf.Dictionary):
            for name, font in found.items():
                if isinstance(font, pikepdf.Dictionary):
                    known[name[1:]] = self._font(name[1:], font)
        return known.get

    def _font(self, name: str, font: pikepdf.Object) -> fonts.Font:
        key = font.objgen
        if key == (0, 0) or key not in self._fonts:
            read = fonts.read(font)
            if key == (0, 0):
                return read
            self._fonts[key] = read
        if self._fonts[key] not in self._called[name]:
            self._called[name].append(self._fonts[key])
        return self._fonts[key]

    def _note_fonts(self, thing: pikepdf.Object) -> None:
        if isinstance(thing, pikepdf.Dictionary) and Name.Font in thing:
            self._in(thing)

    def _stream(self, stream: pikepdf.Stream) -> Iterator[Piece | Stream]:
        written = stream.stream_dict.unparse(resolved=True)
        where = self._places.of(stream.objgen, written)
        yield from self.strings(written, where)
        stored = stream.read_raw_bytes()
        digest = hashlib.sha256(stored)
        self.stored.add(digest.digest())
        if stream.stream_dict.get(Name.Subtype) == Name.Image:
            yield from self._picture(stream, where, stored, digest.hexdigest())
            return
        data = _decoded(stream)
        if data is None:
            yield Stream(where, (digest.hexdigest(),), len(stored))
            yield Piece(where, among(stored), How.BYTES)
            return
        digests = (digest.hexdigest(), hashlib.sha256(data).hexdigest())
        yield Stream(where, digests, len(data), is_own=not inside.is_alike(written, data))
        kind = stream.stream_dict.get(Name.Type)
        if kind == Name.ObjStm:
            yield from self.strings(data, where)
        elif kind != Name.XRef:
            yield from self._data(stream, data, where)

    def _data(self, stream: pikepdf.Stream, data: bytes, where: str) -> Iterator[Piece]:
        if stream.objgen not in self._on_pages and shown.is_content(data):
            resources = stream.stream_dict.get(Name.Resources)
            if resources is None:
                yield from self.shown(data, where)
            else:
                yield Piece(where, shown.read(data, self._in(resources)))
        if data.startswith(inside.PDF):
            self.files.append((where, data))
        else:
            yield from inside.read(data, where)

    def _picture(
        self, stream: pikepdf.Stream, where: str, stored: bytes, digest: str
    ) -> Iterator[Piece | Stream]:
        shape = size_of(stream)
        data = _decoded(stream) if shape in self._shapes else None
        taken_apart = (hashlib.sha256(data).hexdigest(),) if data is not None else ()
        yield Stream(where, (digest, *taken_apart), len(stored), shape)
        ends = stored if len(stored) < 2 * ENDS else stored[:ENDS] + stored[-ENDS:]
        yield Piece(where, among(ends), How.BYTES)


def size_of(picture: pikepdf.Stream) -> tuple[int, int]:
    """Its width and height in pixels; 0 where it does not say."""
    told = [picture.stream_dict.get(name) for name in (Name.Width, Name.Height)]
    width, height = (side if isinstance(side, int) else 0 for side in told)
    return width, height


def _decoded(stream: pikepdf.Stream) -> bytes | None:
    """What a stream holds; None where it is packed in a way that only pictures are."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return None
