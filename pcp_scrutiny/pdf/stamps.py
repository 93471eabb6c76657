"""Page numbers, running feet and watermarks, stamped on finished pages as artifacts.

An artifact is no part of the content, so a screen reader does not read "Page 12 of 40" in the
middle of a sentence. WeasyPrint cannot mark what it prints in page margins as one, so a sheet of
stamps is printed by itself, one for each page, and laid over the pages of the document. The
document's own content and structure are not touched.
"""

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pikepdf
from pikepdf import Dictionary, Name

FOOT = b"Q\n/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq /Stamp Do Q\nEMC\n"
STYLE = """
@page { margin: 0 }
html { font: 9.5pt "Atkinson Hyperlegible Next", sans-serif; font-variant-numeric: tabular-nums }
section { position: relative; break-after: page }
section:last-child { break-after: auto }
p { margin: 0; position: absolute }
.foot { left: 20mm; right: 50mm }
.number { right: 20mm }
.head { top: 9mm; left: 20mm; right: 20mm; text-align: center; font-weight: 700 }
.watermark { left: 0; right: 0; text-align: center; transform: rotate(-45deg);
  font-size: 130pt; font-weight: 700; line-height: 1; letter-spacing: 12pt;
  color: rgba(22, 67, 74, 0.07) }
"""
WATERMARK = 65  # points: half its height
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a page in points."""

    width: float
    height: float


def sizes(pdf: pikepdf.Pdf) -> list[Size]:
    """The size of each page."""
    boxes = (page.mediabox for page in pdf.pages)
    return [Size(float(box[2] - box[0]), float(box[3] - box[1])) for box in boxes]


def heads(anchors: Sequence[Collection[str]], words: Mapping[str, str]) -> list[str]:
    """What stands at the head of each page, or across it. ``anchors`` are the ids of the elements
    that reach each page, ``words`` what is to stand over those with that id, in the document's
    order. Of several the last counts: it is inside the others."""
    inner_first = list(reversed(words.items()))
    return [
        next((head for name, head in inner_first if name in reached), "") for reached in anchors
    ]


def sheet(
    sizes: Sequence[Size], *, foot: str, heads: Sequence[str], watermarks: Sequence[str]
) -> str:
    """The HTML of the stamps, one page for each page of the document, of the same size."""
    total = len(sizes)
    kinds = {size: f"size{place}" for place, size in enumerate(dict.fromkeys(sizes))}
    style = STYLE
    for size, name in kinds.items():
        style += f"@page {name} {{ size: {size.width}pt {size.height}pt }}\n"
        style += f".{name} {{ page: {name}; height: {size.height - 1}pt }}\n"
        style += f".{name} .foot, .{name} .number {{ top: {size.height - 15 * POINTS_PER_MM}pt }}\n"
        style += f".{name} .watermark {{ top: {size.height / 2 - WATERMARK}pt }}\n"
    pages = zip(sizes, heads, watermarks, strict=True)
    body = "".join(
        f'<section class="{kinds[size]}">{_line("watermark", watermark)}{_line("head", head)}'
        f'<p class="foot">{escape(foot)}</p><p class="number">Page {number} of {total}</p>'
        "</section>"
        for number, (size, head, watermark) in enumerate(pages, start=1)
    )
    link = '<link rel="stylesheet" href="documents.css">'
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Stamps</title>{link}'
        f"<style>{style}</style></head><body>{body}</body></html>"
    )


def _line(kind: str, words: str) -> str:
    return f'<p class="{kind}">{escape(words)}</p>' if words else ""


def stamp(pdf: pikepdf.Pdf, sheet: bytes) -> None:
    """Lay each page of ``sheet`` over the page of ``pdf`` in the same place."""
    with pikepdf.open(io.BytesIO(sheet)) as stamps:
        if len(stamps.pages) != len(pdf.pages):
            raise ValueError("There must be one stamp for each page")
        for page, one in zip(pdf.pages, stamps.pages, strict=True):
            _lay_over(page, pdf.copy_foreign(one.as_form_xobject()))


def _lay_over(page: pikepdf.Page, form: pikepdf.Object) -> None:
    # WeasyPrint's pages share one dictionary of resources; each page gets its own, with its stamp.
    resources = Dictionary(page.Resources)
    resources.XObject = Dictionary(resources.get(Name.XObject, Dictionary()))
    resources.XObject.Stamp = form
    page.Resources = resources
    # The page's own content changes the coordinates and does not set them back.
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(FOOT)
