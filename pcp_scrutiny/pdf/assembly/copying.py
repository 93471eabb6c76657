"""A part's pages and structure, taken into the pack in one piece.

Pages are copied as plain dictionaries, together with the tree, the destinations and the bookmarks
that refer to them, so that each reference still leads to the same page.
"""

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from pcp_scrutiny.pdf.uploads.boxes import inherited

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


@dataclass(frozen=True, slots=True)
class Copied:
    """What a part brought into the pack."""

    pages: list[pikepdf.Object]
    tree: pikepdf.Object | None
    outlines: pikepdf.Object | None
    names: pikepdf.Object | None
    old_names: pikepdf.Object | None  # as PDF 1.1 kept destinations


def copy(pack: pikepdf.Pdf, pdf: pikepdf.Pdf) -> Copied:
    """Copy from ``pdf``, which can be used no more afterwards."""
    pages = [page.obj for page in pdf.pages]
    for page in pages:
        for key in INHERITED:
            if key not in page and (value := inherited(page, key)) is not None:
                page[key] = value
    for page in pages:
        del page[Name.Type]  # a page is not copied along with what refers to it
        del page[Name.Parent]
    bundle = Dictionary(Pages=Array(pages))
    for key in ("/StructTreeRoot", "/Outlines", "/Dests"):
        if key in pdf.Root:
            bundle[key] = pdf.Root[key]
    if (names := _destinations(pdf.Root)) is not None:
        bundle["/Names"] = names
    copied = pack.copy_foreign(pdf.make_indirect(bundle))
    kept = list(copied.Pages)
    for page in kept:
        page.Type = Name.Page
    return Copied(
        kept,
        copied.get("/StructTreeRoot"),
        copied.get("/Outlines"),
        copied.get("/Names"),
        copied.get("/Dests"),
    )


def _destinations(root: Any) -> Any:
    names = root.get("/Names")
    return names.get("/Dests") if isinstance(names, Dictionary) else None
