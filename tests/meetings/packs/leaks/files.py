"""Small PDFs that are made by hand."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

A4 = Array([0, 0, 595, 842])


def helvetica(pdf):
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )


def literal(words):
    return (
        words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )


def shows(words, *, at=(72, 700), before=b""):
    return b"BT %b /F1 12 Tf %d %d Td (%b) Tj ET" % (before, *at, literal(words))


def page(content=b"", *, crop=None):
    """A file of one page that shows an honest sentence, and ``content`` besides."""
    pdf = pikepdf.new()
    data = shows("Members are asked to note this report.", at=(72, 760)) + b"\n" + content
    made = Dictionary(
        Type=Name.Page,
        MediaBox=A4,
        Resources=Dictionary(Font=Dictionary(F1=helvetica(pdf))),
        Contents=pdf.make_stream(data),
    )
    if crop:
        made.CropBox = Array(crop)
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))
    return pdf


def saved(pdf, **options):
    file = io.BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def honest():
    """A file with nothing hidden in it."""
    return saved(page())
