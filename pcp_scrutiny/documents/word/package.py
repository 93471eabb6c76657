"""The zip that a Word document is: opened with suspicion, unpacked within limits."""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib

from lxml import etree

from .. import limits
from ..blocks import Unreadable
from .names import even_namespaces

DAMAGED = (
    "The file is damaged and cannot be opened. Open it in Word, save it again as a Word document"
    " (.docx), and add that."
)
LOCKED = "The file is protected by a password. Save a copy without the password and add that."
TOO_LARGE_INSIDE = (
    "The file unpacks to far more than a Word document of its size would. Open it in Word, copy"
    " the text into a new document, and add that."
)
FOREIGN_CODE = (
    "The file holds instructions that Word never writes (a document type declaration). Open it in"
    " Word, copy the text into a new document, and add that."
)

_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    OverflowError,
    ValueError,
)
_CHUNK = 1 << 16


class Package:
    """The parts of a Word document, by name. Parts outside the file are never followed."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _ZIP_FAULTS:
            raise Unreadable(DAMAGED) from None
        self._unpacked_bytes = 0
        _check_sizes(members)
        self._members = {_plain(member.filename): member for member in members}

    def part(self, name: str) -> etree._Element | None:
        """The root of an XML part, or None where there is no such part."""
        member = self._members.get(_plain(name))
        return None if member is None else _parse(self._unpack(member))

    def related(self, source: str = "") -> dict[str, str]:
        """Type of relationship (its last word) -> name of the part, for the part ``source``."""
        folder, _, base = source.rpartition("/")
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for link in () if root is None else root:
            if not isinstance(link.tag, str) or link.get("TargetMode") == "External":
                continue
            kind = link.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
            found.setdefault(kind, target)
        return found

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise Unreadable(LOCKED)
        unpacked = bytearray()
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    unpacked += chunk
                    self._unpacked_bytes += len(chunk)
                    # The declared size was checked; what comes out is what counts.
                    if self._unpacked_bytes > limits.MAX_PARSED_BYTES:
                        raise Unreadable(TOO_LARGE_INSIDE)
        except (*_ZIP_FAULTS, RuntimeError):
            raise Unreadable(DAMAGED) from None
        return bytes(unpacked)


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > limits.MAX_MEMBERS:
        raise Unreadable(TOO_LARGE_INSIDE)
    if sum(member.file_size for member in members) > limits.MAX_UNPACKED_BYTES:
        raise Unreadable(TOO_LARGE_INSIDE)
    for member in members:
        packed = max(member.compress_size, 1)
        if member.file_size > 1024 * 1024 and member.file_size / packed > limits.MAX_RATIO:
            raise Unreadable(TOO_LARGE_INSIDE)


def _plain(name: str) -> str:
    """Part names are compared without their leading stroke and without regard to case (OPC 6.2)."""
    return name.replace("\\", "/").lstrip("/").lower()


def parser() -> etree.XMLParser:
    """For the parts of a package: no entity is expanded, no DTD loaded, nothing fetched; depth and
    text nodes stay bounded."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _parse(data: bytes) -> etree._Element:
    if b"<!DOCTYPE" in data[:4096]:
        raise Unreadable(FOREIGN_CODE)
    try:
        root = etree.fromstring(even_namespaces(data), parser())
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(DAMAGED) from None
    if root is None:
        raise Unreadable(DAMAGED)
    if root.getroottree().docinfo.doctype:
        raise Unreadable(FOREIGN_CODE)
    return root
