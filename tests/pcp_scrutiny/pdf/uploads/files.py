"""PDFs to send in, ordinary and awkward, made in memory."""

import io
from collections.abc import Iterable
from functools import cache

import pikepdf
import weasyprint
from pikepdf import Array, Dictionary, Name


@cache
def tagged(body: str = "<h1>A paper</h1><p>Words.</p>", *, language: str = "en-GB") -> bytes:
    """A tagged PDF that claims PDF/UA-1."""
    html = f'<html lang="{language}"><title>A title</title><meta name="author" content="A. Author">'
    return weasyprint.HTML(string=f"{html}<body>{body}").write_pdf(pdf_variant="pdf/ua-1")


@cache
def plain(body: str = "<h1>A paper</h1><p>Words.</p>", style: str = "") -> bytes:
    """A PDF without tags, language, title."""
    return weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf()


def drawn(
    content: bytes = b"0 0 100 100 re f",
    *,
    box: Iterable[float] = (0, 0, 595, 842),
    pages: int = 1,
    **entries: object,
) -> pikepdf.Pdf:
    """A PDF of pages with this content and entries. To be changed further, then ``saved``."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    shared = pdf.make_indirect(Dictionary(Font=Dictionary(F1=font)))
    for _ in range(pages):
        page = Dictionary(Type=Name.Page, MediaBox=Array(list(box)), Resources=shared)
        page.Contents = pdf.make_stream(content)
        for key, value in entries.items():
            page[f"/{key}"] = value
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    """The bytes of a PDF."""
    out = io.BytesIO()
    pdf.save(out, static_id=True, **options)
    return out.getvalue()


def opened(data: bytes) -> pikepdf.Pdf:
    """A PDF opened from its bytes."""
    return pikepdf.open(io.BytesIO(data))
