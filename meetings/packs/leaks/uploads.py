"""What an uploaded paper holds: of a restricted one, all that must not be found; of a public one,
all that is public with it."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import PurePath
from typing import Any

import pikepdf

from pcp_scrutiny.documents.models import ReceivedFile

from .pieces import How, Piece, Stream
from .reading import file, inside, rest
from .reading.objects import size_of

SAYING = {"Title", "Contents", "Alt", "ActualText", "E", "TU", "V", "Subj", "Desc", "RC"}
"""Entries of objects that say something to people: bookmarks, notes, descriptions, forms."""
ABOUT = {
    "Title": "the title that is stored in the file",
    "Author": "the author that is stored in the file",
    "Subject": "the subject that is stored in the file",
    "Keywords": "the keywords that are stored in the file",
}
CORE = {
    "dc:title": ABOUT["Title"],
    "dc:creator": ABOUT["Author"],
    "cp:lastModifiedBy": ABOUT["Author"],
    "dc:subject": ABOUT["Subject"],
    "cp:keywords": ABOUT["Keywords"],
    "dc:description": "the comments that are stored in the file",
}
PEOPLE = {ABOUT["Author"]}
TEXT = "part of the text"
NAME = "the name of the file"
SMALLEST = 256
"""Bytes of a stream that could not be the same in any two files."""
ENDS_OF_PARAGRAPHS = re.compile(r"</w:(?:p|tc)>|<w:(?:br|tab)\b[^>]*>")
TAG = re.compile(r"<[^<>]*>")


@dataclass(slots=True)
class Held:
    """What a file holds: words, each with what they are of it; everything that is written in it;
    the SHA-256 of its streams; the sizes of its pictures."""

    words: list[tuple[str, str]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    streams: set[str] = field(default_factory=set)
    shapes: set[tuple[int, int]] = field(default_factory=set)

    def say(self, what: str, text: Any) -> None:
        """Note words of it."""
        if str(text).strip():
            self.words.append((what, str(text)))


def held(*received: Any) -> Held:
    """What these received files hold, which are one paper: as it came, and as it is printed. One
    that cannot be read has its name and its bytes all the same."""
    whole = Held()
    files = {each.sha256: each for each in received if each is not None}
    for name in dict.fromkeys(each.name for each in received if each is not None):
        whole.say(NAME, PurePath(name).stem)
    for sha256, each in files.items():
        part = _read(sha256, each.content.name)
        whole.words += part.words
        whole.written += part.written
        whole.streams |= part.streams
        whole.shapes |= part.shapes
    return whole


@lru_cache(maxsize=32)
def _read(_sha256: str, kept: str) -> Held:
    """What a file holds. It never changes, and is asked for again whenever a pack is looked at."""
    with ReceivedFile._meta.get_field("content").storage.open(kept) as opened:
        data = opened.read()
    found = Held()
    if data.startswith(inside.ZIP):
        _read_word(data, found)
        return found
    try:
        _read_pdf(data, found)
    except file.FAULTS:
        found.streams.update(hashlib.sha256(each).hexdigest() for each in rest.apart(data)[1])
        found.written += [piece.text for piece in rest.damaged("", data)]
    return found


def _read_pdf(data: bytes, found: Held) -> None:
    shapes = frozenset(_shapes(data))
    found.shapes |= shapes
    for piece in file.pages(data):
        found.say(TEXT, piece.text)
    for about, text in _properties(data):
        found.say(about, text)
    for piece in file.read(data, shapes=shapes):
        if isinstance(piece, Stream):
            if piece.size >= SMALLEST and piece.is_own:
                found.streams.update(piece.digests)
        elif piece.how == How.TEXT:
            found.written.append(piece.text)
            if piece.key in SAYING:
                found.say(TEXT, piece.text)


def _shapes(data: bytes) -> Iterator[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                yield size_of(thing)


def _properties(data: bytes) -> Iterator[tuple[str, str]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name, about in ABOUT.items():
            given = pdf.trailer.get("/Info", pikepdf.Dictionary()).get(f"/{name}")
            if given is not None:
                yield about, str(given)
        metadata = pdf.Root.get("/Metadata")
        if isinstance(metadata, pikepdf.Stream):
            text = metadata.read_bytes().decode("utf-8", "replace")
            for tag in ("dc:title", "dc:creator", "dc:subject", "pdf:Keywords", "dc:description"):
                for said in _between(tag, text):
                    yield CORE.get(tag, ABOUT["Keywords"]), said


def _between(tag: str, text: str) -> Iterator[str]:
    for found in re.findall(rf"<{tag}(?:\s[^<>]*)?>(.*?)</{tag}>", text, re.S):
        yield " ".join(unescape(TAG.sub(" ", found)).split())


def _read_word(data: bytes, found: Held) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                with archive.open(member) as opened:
                    content = opened.read(inside.MOST)
                _part_of_word(member.filename, content, found)
    except inside.FAULTS:
        found.streams.add(hashlib.sha256(data).hexdigest())


def _part_of_word(name: str, content: bytes, found: Held) -> None:
    if not name.endswith((".xml", ".rels")):
        if len(content) >= SMALLEST:
            found.streams.add(hashlib.sha256(content).hexdigest())
        return
    text = content.decode("utf-8", "replace")
    found.written += [piece.text for piece in inside.markup(text, "") if isinstance(piece, Piece)]
    if name == "docProps/core.xml":
        for tag, about in CORE.items():
            for said in _between(tag, text):
                found.say(about, said)
    elif name.startswith("word/") and name.endswith(".xml"):
        found.say(TEXT, unescape(TAG.sub("", ENDS_OF_PARAGRAPHS.sub("\n", text))))
