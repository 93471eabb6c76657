"""Small PDFs for tests, as people send them in. Each is made once for a run."""

import io
from functools import cache

import pikepdf

from pcp_scrutiny import pdf

PDF_TYPE = "application/pdf"


@cache
def tagged_pdf(
    title: str = "Performance report", text: str = "Response times are down.", *, pages: int = 1
) -> bytes:
    """A tagged PDF with a title, a heading and so many pages, each with the text."""
    page = "<p{}>{}</p><p>Page {} of this report.</p>"
    style = ' style="break-before: page"'
    body = "".join(page.format(style if at > 1 else "", text, at) for at in range(1, pages + 1))
    return pdf.render_part(
        f'<!doctype html><html lang="en-GB"><head><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{body}</body></html>"
    )


@cache
def untagged_pdf(
    title: str = "Performance report", text: str = "Response times are down.", *, pages: int = 1
) -> bytes:
    """The same without its tags, as many programs print it."""
    with pikepdf.open(io.BytesIO(tagged_pdf(title, text, pages=pages))) as document:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata"):
            if key in document.Root:
                del document.Root[key]
        for page in document.pages:
            if "/StructParents" in page:
                del page["/StructParents"]
        made = io.BytesIO()
        document.save(made, deterministic_id=True)
    return made.getvalue()
