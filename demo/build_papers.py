"""Makes the PDFs that are sent in for the December meeting from their words (``sent_in.py``).

Their bytes follow the version of WeasyPrint and of the libraries under it; their words do not.
"""

import io
import os
from html import escape

import django
import pikepdf
import pypdfium2

from .sent_in import SHEETS, Heading, Part, Sheet, Table

STYLE = """
@page { size: A4 %(shape)s; margin: 22mm 20mm }
body { font-size: 11pt; line-height: 1.45 }
h1 { font-size: 21pt; color: #1f3a63; border-bottom: 2pt solid #1f3a63; padding-bottom: 4mm }
h2 { font-size: 14pt; color: #1f3a63; margin: 7mm 0 2mm; break-after: avoid }
.from { color: #444 }
table { width: 100%%; border-collapse: collapse; margin: 4mm 0 6mm; break-inside: avoid }
caption { text-align: left; font-weight: bold; padding-bottom: 2mm }
th, td { border-bottom: 0.5pt solid #8a94a6; padding: 1.6mm 2mm; text-align: right }
th:first-child, td:first-child { text-align: left }
thead th { background: #e8edf5; border-bottom: 1pt solid #1f3a63 }
tbody th { font-weight: normal }
.total > * { font-weight: bold }
"""


def papers() -> dict[str, bytes]:
    """Every PDF by its name."""
    _set_up()
    from pcp_scrutiny import pdf

    made = {}
    for name, sheet in SHEETS.items():
        content = pdf.render_part(document(sheet))
        made[name] = content if sheet.is_tagged else _without_tags(content)
    return made


def _set_up() -> None:
    """Printing finds its typeface through Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcp_scrutiny.settings")
    os.environ.setdefault("DEMO", "1")
    django.setup()


def document(sheet: Sheet) -> str:
    """A paper as HTML."""
    style = STYLE % {"shape": "landscape" if sheet.is_wide else "portrait"}
    body = "".join(map(_part, sheet.parts))
    return (
        f'<!doctype html><html lang="en-GB"><head><title>{escape(sheet.title)}</title>'
        f'<meta name="author" content="{escape(sheet.author)}">'
        f'<link rel="stylesheet" href="documents.css"><style>{style}</style></head>'
        f'<body><h1>{escape(sheet.title)}</h1><p class="from">{escape(sheet.author)}</p>'
        f"{body}</body></html>"
    )


def _part(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h2>{escape(part.words)}</h2>"
    return _table(part) if isinstance(part, Table) else f"<p>{escape(part)}</p>"


def _table(table: Table) -> str:
    heads, *rows = table.rows
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in heads)
    body = "".join(_row(row, is_total=table.has_total and row == rows[-1]) for row in rows)
    return (
        f"<table><caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: tuple[str, ...], *, is_total: bool) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
    begins = '<tr class="total">' if is_total else "<tr>"
    return f'{begins}<th scope="row">{escape(row[0])}</th>{cells}</tr>'


def _without_tags(content: bytes) -> bytes:
    """As many finance systems print: the same to the eye, nothing to the ear."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata"):
            if key in pdf.Root:
                del pdf.Root[key]
        for page in pdf.pages:
            if "/StructParents" in page:
                del page["/StructParents"]
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def words(content: bytes) -> str:
    """The words of a PDF, which are the same whatever made it."""
    with pypdfium2.PdfDocument(content) as document:
        pages = (page.get_textpage().get_text_range() for page in document)
        return " ".join(" ".join(pages).split())
