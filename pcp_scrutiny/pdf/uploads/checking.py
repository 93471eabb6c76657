"""What a PDF that was sent in is, and what it lacks."""

import io
import re
from typing import Any

import pikepdf
import pypdfium2

from . import limits
from .boxes import visible
from .facts import Facts
from .lacks import Lacks
from .objects import dictionary, items, name, text
from .opening import blamed, check_unpacking, open_checked
from .sideways import is_sideways

_LARGE = 1.1 * 420 * limits.POINTS_PER_MM
"""Longer than an A3 page is long."""
_CLAIM = re.compile(rb"""pdfuaid:part\s*(=\s*["']1["']|>\s*1\s*<)""")
_BESIDES = 2
"""Characters outside the visible part: more are no accident."""


def inspect(data: bytes, file_name: str = "") -> Facts:
    """Look through a file. Raises Unusable where it cannot be printed, saying what to do.

    What it does with a hostile file is bounded only where it runs in a process of its own: see
    ``apart``.
    """
    with blamed(), open_checked(data, file_name) as pdf:
        check_unpacking(pdf)
        found = Lacks(pdf)
        lacks = found.codes()
        silent, outside, sideways = _read(data, pdf)
        if silent == len(pdf.pages):
            lacks = ["scan", *(code for code in lacks if code != "letters")]
        elif silent:
            lacks.insert(0, "scanned-pages")
        spoken = language(pdf)
        if not spoken:
            lacks.append("language")
        information = dictionary(pdf.trailer.get("/Info"))
        return Facts(
            pages=len(pdf.pages),
            is_tagged=not {"untagged", "part-tagged"} & set(lacks),
            claims_ua=claims_ua(pdf),
            language=spoken,
            title=text(information.get("/Title")) if information is not None else "",
            author=text(information.get("/Author")) if information is not None else "",
            lacks=lacks,
            notes=_notes(pdf, spoken, has_text_outside=outside, lies_sideways=sideways),
        )


def language(pdf: pikepdf.Pdf) -> str:
    """The code of the language that a file says it is in, or nothing."""
    return text(pdf.Root.get("/Lang"))[:35]


def claims_ua(pdf: pikepdf.Pdf) -> bool:
    """Whether a file says of itself that it is PDF/UA-1."""
    metadata = pdf.Root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream):
        return False
    try:
        return _CLAIM.search(metadata.read_bytes()) is not None
    except pikepdf.PdfError:
        return False


def _read(data: bytes, pdf: pikepdf.Pdf) -> tuple[int, bool, bool]:
    """How many pages have no text though something is on them, whether there is text outside the
    visible part of any, and whether any lies on its side."""
    silent, outside, sideways = 0, False, False
    document = _document(data, pdf)
    for index, page in enumerate(pdf.pages):
        drawn = document[index]
        characters = drawn.get_textpage()
        count = characters.count_chars()
        if not count and page.obj.get("/Contents") is not None and page.obj.get("/Resources"):
            silent += 1
        elif not outside and _is_cropped(page.obj):
            seen = len(characters.get_text_bounded(*drawn.get_bbox()).strip())
            outside = len(characters.get_text_range().strip()) > seen + _BESIDES
        sideways = sideways or is_sideways(characters, visible(page.obj))
        drawn.close()
    return silent, outside, sideways


def _document(data: bytes, pdf: pikepdf.Pdf) -> pypdfium2.PdfDocument:
    """The file as PDFium reads it, or what could be mended of it."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        mended = io.BytesIO()
        pdf.save(mended)
        return pypdfium2.PdfDocument(mended.getvalue())


def _is_cropped(page: Any) -> bool:
    crop = items(page.get("/CropBox"))
    return bool(crop) and crop != items(page.get("/MediaBox"))


def _notes(
    pdf: pikepdf.Pdf, spoken: str, *, has_text_outside: bool, lies_sideways: bool
) -> list[str]:
    subtypes = _annotations(pdf)
    root = pdf.Root
    names = dictionary(root.get("/Names")) or {}
    fields = dictionary(root.get("/AcroForm"))
    found = {
        "repaired": any("reconstruct" in str(each) for each in pdf.get_warnings()),
        "foreign": bool(spoken) and spoken.lower().partition("-")[0] not in ("en", "x"),
        "form": "/Widget" in subtypes
        or (fields is not None and bool(items(fields.get("/Fields")))),
        "marks": bool(subtypes & DRAWN),
        "comments": bool(subtypes & COMMENTS),
        "attachments": "/EmbeddedFiles" in names or "/FileAttachment" in subtypes,
        "scripts": "/JavaScript" in names
        or bool(subtypes & MEDIA)
        or "/AA" in root
        or name((dictionary(root.get("/OpenAction")) or {}).get("/S")) in SCRIPTS,
        "layers": dictionary(root.get("/OCProperties")) is not None,
        "cropped": has_text_outside,
        "sideways": lies_sideways,
        "large": any(max(visible(page.obj).size) > _LARGE for page in pdf.pages),
        "protected": pdf.is_encrypted and not pdf.allow.modify_other,
    }
    return [code for code, is_so in found.items() if is_so]


DRAWN = {
    "/FreeText", "/Stamp", "/Ink", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
    "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Watermark",
}  # fmt: skip
"""Annotations that are marks on the page itself: they are printed."""
COMMENTS = {"/Text", "/Caret"}
MEDIA = {"/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"}
SCRIPTS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition"}


def _annotations(pdf: pikepdf.Pdf) -> set[str]:
    return {
        name(annotation.get("/Subtype"))
        for page in pdf.pages
        for annotation in items(page.obj.get("/Annots"))
        if dictionary(annotation) is not None
    }
