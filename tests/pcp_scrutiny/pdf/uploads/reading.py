"""Finished PDFs read back, every byte of them."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.pcp_scrutiny.pdf.uploads import files


def words(data: bytes) -> Iterator[bytes]:
    """Every key, name, string and stream (unpacked) of a file."""
    yield data
    with files.opened(data) as pdf:
        for found in [pdf.trailer, *pdf.objects]:
            yield from _words(found)
            if isinstance(found, Stream):
                yield found.read_raw_bytes()
                try:
                    yield found.read_bytes()
                except pikepdf.PdfError:
                    continue


def _words(value: Any) -> Iterator[bytes]:
    if isinstance(value, (Dictionary, Stream)):
        for key in value.keys():  # noqa: SIM118
            yield key.encode()
            if not (inner := value.get(key)) or not getattr(inner, "is_indirect", False):
                yield from _words(inner)
    elif isinstance(value, Array):
        for each in value:
            if not getattr(each, "is_indirect", False):
                yield from _words(each)
    elif isinstance(value, (Name, String)):
        yield str(value).encode()
        yield bytes(value) if isinstance(value, String) else b""


def keys(data: bytes) -> set[str]:
    """Every key of every dictionary of a file."""
    found: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, (Dictionary, Stream)):
            for key in value.keys():  # noqa: SIM118
                found.add(key)
                if not getattr(value.get(key), "is_indirect", False):
                    look(value.get(key))
        elif isinstance(value, Array):
            for each in value:
                if not getattr(each, "is_indirect", False):
                    look(each)

    with files.opened(data) as pdf:
        for each in pdf.objects:
            look(each)
    return found


def tags(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The elements of the structure with their depth, in order."""
    found: list[tuple[int, str]] = []

    def look(element: Any, depth: int) -> None:
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                found.append((depth, str(kid.S)))
                look(kid, depth + 1)

    look(pdf.Root.StructTreeRoot, 0)
    return found


def check_marks(pdf: pikepdf.Pdf) -> None:
    """Every marked content of a page leads to an element, and every element's to a page."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tree = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    assert len(tree) == len(numbers) // 2
    for page in pdf.pages:
        marks = [
            int(each.operands[1].MCID)
            for each in pikepdf.parse_content_stream(page)
            if str(each.operator) == "BDC" and "/MCID" in each.operands[1]
        ]
        row = tree[int(page.obj.StructParents)] if "/StructParents" in page.obj else []
        leads = [place for place, element in enumerate(row) if element is not None]
        assert sorted(marks) == leads
        for link in page.obj.get("/Annots", []):
            if "/StructParent" in link:
                assert str(tree[int(link.StructParent)].S) == "/Link"
