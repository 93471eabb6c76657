"""A Word document that was sent in -> a PDF."""

from pcp_scrutiny.documents import kinds

from ..facts import Unusable, check_size
from . import office
from .package import reduced

_OTHERS = (kinds.OLD_WORD, kinds.RICH_TEXT, kinds.OPEN_DOCUMENT)
_AS_PDF = "Open it in the program it was made with, save it as PDF, and add that."
_MACROS = (
    "{} may hold macros: small programs that must not run here. Open it in Word, save it as a Word "
    "document without macros (.docx) or as PDF, and add that."
)
_LOCKED = (
    "{} is protected by a password. Open it with the password, save it as PDF (or ask the author "
    "for a copy without the password), and add that."
)


def convert(docx: bytes, name: str) -> bytes:
    """A Word document as a tagged PDF that claims PDF/UA-1, made by LibreOffice.

    The same document gives other bytes each time, so whoever calls keeps what comes out. Raises
    Unusable where the document cannot be converted, NoConverter where this machine has no
    LibreOffice; either says what to do.
    """
    check_size(len(docx), name)
    _check_kind(docx, name)
    return office.to_pdf(reduced(docx, name))


def _check_kind(data: bytes, name: str) -> None:
    found = kinds.recognise(data)
    if name.lower().rstrip().endswith((".docm", ".dotm")):
        raise Unusable(_MACROS.format(kinds.shown(name)))
    if found is kinds.WORD:
        return
    if found is kinds.LOCKED:
        raise Unusable(_LOCKED.format(kinds.shown(name)))
    if found is kinds.PDF:
        advice = "Give it a name that ends in .pdf, and add it again."
    elif found in _OTHERS:
        advice = "Open it in Word, save it as PDF or as a Word document (.docx), and add that."
    else:
        advice = found.advice or _AS_PDF
    raise Unusable(
        f"{kinds.shown(name)} is not a Word document (.docx): it is {found.called}. {advice}"
    )
