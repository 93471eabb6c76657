"""A Word document made anew from the parts that printing needs.

Parts are reached from the document by relationships of known kinds; all others stay behind: macros,
embedded objects, controls, templates, comments, data of other programs. Relationships to anything
outside the file go, but for links that a reader may follow.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from pcp_scrutiny.documents import Unreadable, kinds, limits
from pcp_scrutiny.documents.word.package import Package

from ..facts import Unusable
from . import parts
from .parts import local

_DAMAGED = (
    "The file is damaged and cannot be opened. Open it in Word, save it again as a Word document "
    "(.docx) or as PDF, and add that."
)
_TOO_LARGE_INSIDE = (
    "The file unpacks to far more than a Word document of its size would. Open it in Word, save it "
    "as PDF, and add that."
)
_MACROS = (
    "{} holds macros: small programs that must not run here. Open it in Word, save it as a Word "
    "document without macros (.docx) or as PDF, and add that."
)
_XML_PARTS = {
    *("officeDocument", "header", "footer", "footnotes", "endnotes", "styles"),
    *("stylesWithEffects", "settings", "numbering", "fontTable", "theme"),
    *("chart", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors"),
    *("diagramDrawing", "core-properties"),
}
_KEPT_PARTS = _XML_PARTS | {"image", "font"}
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_IMAGES = (
    *(b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*"),
    *(b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00"),  # EMF, WMF
)
"""How pictures begin that hold nothing but a picture. SVG can lead to other files."""
_FONTS = (".odttf", ".ttf", ".otf")
_THEN = (1980, 1, 1, 0, 0, 0)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def reduced(data: bytes, name: str) -> bytes:
    """The document without anything that acts, fetches, or is not printed.

    Raises Unusable for macros, changes that are still tracked, and zips that are damaged or made
    to do harm.
    """
    try:
        Package(data)  # its limits
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Reduction(archive, name).run()
    except Unreadable as refused:
        raise Unusable(str(refused)) from None
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError, OSError) as fault:
        raise Unusable(_DAMAGED) from fault
    except (ValueError, NotImplementedError, EOFError) as fault:
        raise Unusable(_DAMAGED) from fault


class _Reduction:
    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._members = {_plain(member.filename): member for member in archive.infolist()}
        self._parsed = 0
        self._types = self._root("[content_types].xml")
        self._kept: dict[str, bytes] = {}
        self._as_xml: dict[str, bool] = {}

    def run(self) -> bytes:
        self._check_macros()
        waiting = [("", "")]
        while waiting:
            source, kind = waiting.pop()
            found = list(self._relationships(source))
            if source:
                self._kept[source] = self._part(
                    source, kind, {each.get("Id", "") for each in found}
                )
            if found:
                self._kept[_of(source)] = _written(found)
            for each in found:
                target = _target(source, each)
                if each.get("TargetMode") != "External" and self._is_new(target, _kind(each)):
                    waiting.append((target, _kind(each)))
        if not any(self._as_xml.values()):
            raise Unusable(_DAMAGED)
        return self._zipped()

    def _is_new(self, target: str, kind: str) -> bool:
        """Whether a part was not met before. One that is to be text and picture at once is a trap:
        it would be taken for the one here and for the other elsewhere."""
        is_xml = kind in _XML_PARTS
        is_new = target not in self._as_xml
        if self._as_xml.setdefault(target, is_xml) != is_xml:
            raise Unusable(_DAMAGED)
        return is_new

    def _check_macros(self) -> None:
        said = " ".join(each.get("ContentType", "") for each in self._types).lower()
        if any("vbaproject" in each for each in self._members) or (
            "macroenabled" in said or "vbaproject" in said
        ):
            raise Unusable(_MACROS.format(kinds.shown(self._name)))

    def _relationships(self, source: str) -> Iterator[etree._Element]:
        """Those of a part that may stay."""
        member = _of(source)
        for each in self._root(member) if member in self._members else ():
            kind = _kind(each)
            if each.get("TargetMode") == "External":
                is_kept = kind == "hyperlink" and _LINK.fullmatch(each.get("Target", ""))
            else:
                target = _target(source, each)
                is_kept = kind in _KEPT_PARTS and target in self._members
                is_kept = is_kept and self._is_harmless(target, kind)
            if is_kept and each.get("Id"):
                yield each

    def _is_harmless(self, target: str, kind: str) -> bool:
        if target.endswith((".rels", "[content_types].xml")):
            return False
        if kind == "image":
            return self._unpack(target).startswith(_IMAGES)
        return kind != "font" or target.endswith(_FONTS)

    def _part(self, target: str, kind: str, links: set[str]) -> bytes:
        if kind not in _XML_PARTS:
            return self._unpack(target)
        root = self._root(target)
        parts.check_changes(root)
        parts.freeze_fields(root)
        parts.take_out(root, links)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _root(self, target: str) -> etree._Element:
        data = self._unpack(target)
        self._parsed += len(data)
        if self._parsed > limits.MAX_PARSED_BYTES:
            raise Unusable(_TOO_LARGE_INSIDE)
        return parts.parse(data)

    def _unpack(self, target: str) -> bytes:
        # No more comes out than the member says itself, and that was checked.
        return self._archive.read(self._members[target])

    def _content_types(self) -> bytes:
        kept = [
            each
            for each in self._types
            if local(each) == "Default" or _plain(each.get("PartName", "")) in self._kept
        ]
        for each in set(self._types) - set(kept):
            self._types.remove(each)
        return etree.tostring(self._types, xml_declaration=True, encoding="UTF-8")

    def _zipped(self) -> bytes:
        out = io.BytesIO()
        self._kept = {"[Content_Types].xml": self._content_types(), **self._kept}
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for target, content in self._kept.items():
                member = self._members.get(target)
                written = member.filename.replace("\\", "/") if member else target
                archive.writestr(zipfile.ZipInfo(written, _THEN), content)
        return out.getvalue()


def _plain(name: str) -> str:
    """Names of parts are compared without their leading stroke and without regard to case."""
    return name.replace("\\", "/").lstrip("/").lower()


def _of(source: str) -> str:
    """The part with the relationships of a part."""
    folder, _, base = source.rpartition("/")
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _kind(relationship: etree._Element) -> str:
    return relationship.get("Type", "").rpartition("/")[2]


def _target(source: str, relationship: etree._Element) -> str:
    folder = "/" + source.rpartition("/")[0]
    given = unquote(relationship.get("Target", "")).replace("\\", "/")
    return _plain(posixpath.normpath(posixpath.join(folder, given)))


def _written(relationships: list[etree._Element]) -> bytes:
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    for each in relationships:
        given = {key: each.get(key) for key in ("Id", "Type", "Target", "TargetMode")}
        kept = {key: value for key, value in given.items() if value}
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", kept)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
