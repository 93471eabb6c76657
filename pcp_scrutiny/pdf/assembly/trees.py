"""Structure trees, number trees and name trees of PDFs, read with suspicion (ISO 32000-1, 7.9.6,
7.9.7 and 14.7)."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary

from pcp_scrutiny.pdf.uploads.objects import dictionary, items, several

MOST_DEEP = 200


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether it says that it is tagged, and has tags."""
    root = dictionary(pdf.Root.get("/StructTreeRoot"))
    marks = dictionary(pdf.Root.get("/MarkInfo"))
    if root is None or marks is None or not marks.get("/Marked") or marks.get("/Suspects"):
        return False
    return bool(several(root.get("/K"))) and root.get("/ParentTree") is not None


def is_tagged_wholly(pdf: pikepdf.Pdf) -> bool:
    """Whether besides that each page with content has tags."""
    return is_tagged(pdf) and all(
        isinstance(page.obj.get("/StructParents"), int) or not _has_content(page.obj)
        for page in pdf.pages
    )


def _has_content(page: Any) -> bool:
    return any(
        isinstance(each, pikepdf.Stream) and int(each.get("/Length", 1)) > 0
        for each in several(page.get("/Contents"))
    )


def claims_ua(pdf: pikepdf.Pdf) -> bool:
    """Whether it claims to be PDF/UA-1."""
    metadata = pdf.Root.get("/Metadata")
    return isinstance(metadata, pikepdf.Stream) and b"pdfuaid" in metadata.read_bytes()


def elements(root: Any) -> Iterator[tuple[Any, Any]]:
    """The elements of a structure tree in their order, each with the one above it."""
    seen = pikepdf.ObjectSet()
    waiting = [(kid, root, 0) for kid in reversed(several(root.get("/K")))]
    while waiting:
        element, above, depth = waiting.pop()
        if not isinstance(element, Dictionary) or "/S" not in element or depth > MOST_DEEP:
            continue
        if element.is_indirect and not seen.add(element):
            continue
        yield element, above
        waiting += [(kid, element, depth + 1) for kid in reversed(several(element.get("/K")))]


def entries(tree: Any, kind: str) -> list[tuple[Any, Any]]:
    """The keys and values of a number tree (``kind`` is "/Nums") or a name tree ("/Names")."""
    found: list[tuple[Any, Any]] = []
    seen = pikepdf.ObjectSet()
    waiting = [dictionary(tree)]
    while waiting:
        node = waiting.pop()
        if node is None or (node.is_indirect and not seen.add(node)):
            continue
        pairs = items(node.get(kind))
        found += zip(pairs[::2], pairs[1::2], strict=False)
        waiting += [dictionary(kid) for kid in reversed(items(node.get("/Kids")))]
    return found
