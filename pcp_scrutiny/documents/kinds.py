"""What a file is, told by what it contains and not by its name."""

import io
import re
import zipfile
from dataclasses import dataclass

from . import text
from .blocks import Unreadable
from .characters import trim

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x01\x00",
)
_HTML = re.compile(rb"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kind:
    """``called`` follows "it looks like"; ``advice`` says what to do with a file we cannot read."""

    called: str
    names: tuple[str, ...] = ()
    advice: str = ""
    media_type: str = ""


_SAVE_AS = "Open it in {}, save it as a Word document (.docx) or a PDF, and add that."
_SAVE_AS_WORD = "Open it in Word, save it as a Word document (.docx), and add that."

WORD = Kind(
    "a Word document",
    ("docx", "docm", "dotx", "dotm"),
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
PDF = Kind("a PDF", ("pdf",), media_type="application/pdf")
TEXT = Kind("plain text", ("txt", "text", "md", "markdown"), media_type="text/plain")
READ = (WORD, PDF, TEXT)

LOCKED = Kind(
    "a document protected by a password",
    WORD.names,
    "Open it with its password, save a copy without the password, and add that.",
)
OLD_WORD = Kind("an old Word document", ("doc", "dot"), _SAVE_AS_WORD)
RICH_TEXT = Kind("rich text", ("rtf",), _SAVE_AS_WORD)
OPEN_DOCUMENT = Kind("an OpenDocument file", ("odt",), _SAVE_AS.format("LibreOffice or Word"))
SPREADSHEET = Kind("a spreadsheet", ("xlsx", "xlsm", "xls", "ods"), _SAVE_AS.format("Excel"))
SLIDES = Kind("a presentation", ("pptx", "ppt", "odp"), _SAVE_AS.format("PowerPoint"))
WEB_PAGE = Kind("a web page", ("html", "htm"), _SAVE_AS.format("a browser or Word"))
ZIP = Kind("a zip file", ("zip",), "Take the document out of it and add that.")
PICTURE = Kind(
    "a picture",
    ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "ico"),
    "Ask for the document as a Word document (.docx) or a PDF that has text, and add that.",
)
OTHER = Kind(
    "something that is not a document",
    (),
    "Add a Word document (.docx), a PDF or plain text (.txt).",
)


def check(data: bytes, name: str) -> Kind:
    """One of the kinds that are read, if the file is of that kind and its name says so too.

    A name without an ending, or with one that stands for no kind known here, says nothing.
    """
    found = recognise(data)
    ending = _ending(name)
    named = next((k for k in (*READ, OLD_WORD, *_OTHERS) if ending in k.names), None)
    agrees = ending in found.names or named is None or (found is WORD and named is OLD_WORD)
    if found is LOCKED and agrees:
        raise Unreadable(
            "The file is protected by a password. Save a copy without the password and add that."
        )
    if found in READ and agrees and not (found is TEXT and ending and named is None):
        return found
    if named in READ:
        raise Unreadable(
            f"{shown(name)} is not {named.called}: it looks like {found.called}."
            f" {found.advice or _rename(found)}"
        )
    if found in READ and named is not None:
        raise Unreadable(
            f"{shown(name)} is named as {named.called}, but it looks like {found.called}."
            f" {_rename(found)}"
        )
    kind = OTHER if found is TEXT else found
    raise Unreadable(f"{shown(name)} cannot be read: it is {kind.called}. {kind.advice}")


_OTHERS = (RICH_TEXT, OPEN_DOCUMENT, SPREADSHEET, SLIDES, WEB_PAGE, ZIP, PICTURE)


def recognise(data: bytes) -> Kind:
    """What the bytes are. Says nothing on whether they are whole."""
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLE):
        return _in_ole(data)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if start.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"startxref" in data):
        return PDF
    if start.startswith(b"{\\rtf"):
        return RICH_TEXT
    if _HTML.match(start):
        return WEB_PAGE
    if data.startswith(_PICTURES) and text.decode(data) is None:
        return PICTURE
    return OTHER if text.decode(data) is None else TEXT


def shown(name: str) -> str:
    """The file's name in quotation marks, without folders and not too long for a sentence."""
    base = trim(re.split(r"[/\\]", name)[-1]).replace("\n", " ")
    if len(base) > 60:
        base = f"{base[:40]}…{base[-15:]}"
    return f"'{base}'" if base else "The file"


def _ending(name: str) -> str:
    match = re.search(r"\.([A-Za-z]{2,8}|[A-Za-z0-9]{3,4})\s*$", name)
    return match[1].lower() if match and not match[1].isdecimal() else ""


def _rename(found: Kind) -> str:
    return f"Give it a name that ends in .{found.names[0]}, or choose the right file."


def _in_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    except Exception:
        # Damaged: its members' names still stand before each of them.
        return WORD if b"word/" in data or b"[Content_Types].xml" in data else ZIP
    for folder, kind in (("word/", WORD), ("xl/", SPREADSHEET), ("ppt/", SLIDES)):
        if "[content_types].xml" in names and any(name.startswith(folder) for name in names):
            return kind
    return OPEN_DOCUMENT if "content.xml" in names and "mimetype" in names else ZIP


def _in_ole(data: bytes) -> Kind:
    """The old container of Office: its directory names its streams in UTF-16."""
    for stream, kind in (
        ("EncryptedPackage", LOCKED),
        ("WordDocument", OLD_WORD),
        ("Workbook", SPREADSHEET),
        ("PowerPoint Document", SLIDES),
    ):
        if stream.encode("utf-16-le") in data:
            return kind
    return OTHER
