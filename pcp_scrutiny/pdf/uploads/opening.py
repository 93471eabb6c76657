"""A PDF that was sent in, opened with suspicion."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from pcp_scrutiny.documents import kinds

from . import limits
from .boxes import visible
from .facts import Unusable, check_size
from .objects import dictionary, items, name, several

DAMAGED = (
    "The file is damaged and cannot be opened. Download it again, or ask the author to save it as "
    "PDF again, and add that."
)
LOCKED = (
    "The file can only be opened with a password. Open it with the password, print it to a new "
    "PDF (or ask the author for a copy without the password), and add that."
)
NO_PRINTING = (
    "The file is locked so that it cannot be printed. Ask the author for a copy that may be "
    "printed, and add that."
)
NO_PAGES = "The file has no pages. Ask the author to save it as PDF again, and add that."
TOO_MANY_PAGES = (
    "The file has {pages:,} pages; a paper may have {limit:,}. Split it into parts and add each as "
    "a paper of its own, or ask the author for a summary and a link to the rest."
)
NO_SIZE = (
    "Page {page} of the file has no size that can be printed. Ask the author to save it as PDF "
    "again, in A4, and add that."
)
BOMB = (
    "The file unpacks to far more than a document of its size would. Ask the author to print it "
    "to a new PDF, and add that."
)
PICTURE = (
    "The file has a picture that is too large to print. Ask the author to make its pictures "
    "smaller, to save it as PDF again, and add that."
)
ONLY_IN_READER = (
    "The file is a form that only Adobe Reader can show. Ask the author to open it there, to "
    "print it to a new PDF, and add that."
)
PORTFOLIO = (
    "The file is a portfolio: a folder of other files. Open it in Adobe Reader, save each document "
    "in it by itself, and add each as a paper of its own."
)
NOT_REDACTED = (
    "Passages on page {page} of the file are marked to be taken out (redacted), but are still in "
    "it. Ask the author to apply the redactions, and add the file that comes out."
)

_LIMIT = "memory limit exceeded"
"""How qpdf says that a stream unpacks to more than it may."""

_logger = logging.getLogger(__name__)


@contextmanager
def blamed() -> Iterator[None]:
    """Whatever a file brings about is the file's fault, and is said as Unusable."""
    try:
        yield
    except Unusable:
        raise
    except MemoryError:
        raise Unusable(BOMB) from None
    except Exception as fault:
        _logger.warning("A file could not be used", exc_info=True)
        raise Unusable(DAMAGED) from fault


def open_checked(data: bytes, file_name: str = "") -> pikepdf.Pdf:
    """The file, if it is a PDF that may be printed and has a number of pages of sensible sizes.

    Raises Unusable.
    """
    check_size(len(data), file_name)
    _check_kind(data, file_name)
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=limits.MAX_STREAM_BYTES,
        run_length_max_memory=limits.MAX_STREAM_BYTES,
        max_stream_filters=limits.MAX_FILTERS,
        parser_max_errors=0,  # a page with a few faults is to be read to its end
    )
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        raise Unusable(LOCKED) from None
    except pikepdf.PdfError:
        raise Unusable(DAMAGED) from None
    if pdf.is_encrypted and not (pdf.allow.print_lowres or pdf.allow.print_highres):
        raise Unusable(NO_PRINTING)
    _check_pages(pdf)
    _check_what_it_is(pdf)
    return pdf


def check_unpacking(pdf: pikepdf.Pdf) -> None:
    """Unpack all drawing instructions once, so that bombs are known before anything else reads
    them. Raises Unusable."""
    total = 0
    for scope in pdf.content_scopes():
        content = scope.content
        drawn = content if isinstance(content, pikepdf.Stream) else content.get("/Contents")
        for stream in several(drawn):
            total += _size(stream)
            if total > limits.MAX_DRAWING_BYTES:
                raise Unusable(BOMB)


def _size(stream: object) -> int:
    if not isinstance(stream, pikepdf.Stream):
        return 0
    try:
        return len(stream.read_bytes())
    except pikepdf.PdfError as fault:
        if _LIMIT in str(fault):
            raise Unusable(BOMB) from None
        return 0  # damaged: drawn as far as it goes


def _check_kind(data: bytes, file_name: str) -> None:
    found = kinds.recognise(data)
    if found is kinds.PDF:
        return
    advice = found.advice or kinds.OTHER.advice
    if found is kinds.WORD:
        advice = "Give it a name that ends in .docx, or save it from Word as PDF, and add that."
    if found in (kinds.TEXT, kinds.OTHER):
        advice = "Ask the author for the document as a PDF, and add that."
    raise Unusable(f"{kinds.shown(file_name)} is not a PDF: it looks like {found.called}. {advice}")


def _check_pages(pdf: pikepdf.Pdf) -> None:
    count = len(pdf.pages)
    if not count:
        raise Unusable(NO_PAGES)
    if count > limits.MAX_PAGES:
        raise Unusable(TOO_MANY_PAGES.format(pages=count, limit=limits.MAX_PAGES))
    for index, page in enumerate(pdf.pages, start=1):
        box = visible(page.obj)
        sides = (box.width * box.unit, box.height * box.unit)
        if min(sides) < limits.MIN_SIDE or max(sides) > limits.MAX_SIDE:
            raise Unusable(NO_SIZE.format(page=index))


def _check_what_it_is(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    if dictionary(root.get("/Collection")) is not None:
        raise Unusable(PORTFOLIO)
    form = dictionary(root.get("/AcroForm"))
    if form is not None and "/XFA" in form and root.get("/NeedsRendering") is True:
        raise Unusable(ONLY_IN_READER)
    for index, page in enumerate(pdf.pages, start=1):
        for each in items(page.obj.get("/Annots")):
            annotation = dictionary(each)
            if annotation is not None and name(annotation.get("/Subtype")) == "/Redact":
                raise Unusable(NOT_REDACTED.format(page=index))


def saved(pdf: pikepdf.Pdf) -> bytes:
    """A file as bytes: the same for the same objects, not encrypted, its streams as they are."""
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        encryption=False,
        fix_metadata_version=False,
        preserve_pdfa=False,
    )
    return out.getvalue()
