"""A Word document (.docx) read into blocks."""

from collections.abc import Sequence

from lxml import etree

from ..blocks import Block, Document, Unreadable
from ..titles import title_of
from .body import BodyReader
from .names import val, w
from .numbering import Numbering
from .package import DAMAGED, Package
from .pages import Pages
from .styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes) -> Document:
    """The text as Word prints it: changes accepted, contents list, headers and footers left out."""
    package = Package(data)
    main = package.related().get("officeDocument", "/word/document.xml")
    root = package.part(main)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise Unreadable(DAMAGED)
    related = package.related(main)

    def part(kind: str) -> etree._Element | None:
        return package.part(related[kind]) if kind in related else None

    styles = Styles(part("styles"))
    notes = {
        (kind, val(note, "id") or ""): note
        for kind in ("footnote", "endnote")
        for note in _notes(part(f"{kind}s"), kind)
    }
    pages = Pages(body)
    reader = BodyReader(styles, Numbering(part("numbering"), styles), pages, notes)
    try:
        blocks = tuple(reader.read(body))
    except RecursionError:
        raise Unreadable(DAMAGED) from None
    return Document(_title(package, blocks), MEDIA_TYPE, blocks, pages.now)


def _notes(root: etree._Element | None, kind: str) -> Sequence[etree._Element]:
    return [] if root is None else root.findall(w(kind))


def _title(package: Package, blocks: Sequence[Block]) -> str:
    properties = package.related().get("core-properties")
    root = package.part(properties) if properties else None
    given = "" if root is None else root.findtext("{http://purl.org/dc/elements/1.1/}title")
    return title_of(given or "", blocks)
