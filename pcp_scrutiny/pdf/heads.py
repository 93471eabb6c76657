"""What a part's own elements want at the head of the pages that they reach ("NOT FOR PUBLICATION")
and across them ("DRAFT"), from the part's rendering to the pack's assembly: entries of the page,
which no pack keeps."""

from collections.abc import Sequence

import pikepdf
from pikepdf import String

HEAD = "/PartHead"
WATERMARK = "/PartWatermark"


def note(pdf: pikepdf.Pdf, heads: Sequence[str], watermarks: Sequence[str]) -> None:
    """Write them into the pages of a part."""
    for page, head, watermark in zip(pdf.pages, heads, watermarks, strict=True):
        if head:
            page.obj[HEAD] = String(head)
        if watermark:
            page.obj[WATERMARK] = String(watermark)


def taken(page: pikepdf.Object, head: str, *, is_upload: bool) -> str:
    """What stands at the head of a page, the part's own ``head`` first. The entry is removed; one
    that came with an upload means nothing."""
    own = _take(page, HEAD)
    if is_upload or not own or own in head:
        return head
    return f"{head}: {own}" if head else own


def taken_across(page: pikepdf.Object, watermark: str, *, is_upload: bool) -> str:
    """What stands across a page: what the whole part has, or else its own."""
    own = _take(page, WATERMARK)
    return watermark if is_upload else watermark or own


def _take(page: pikepdf.Object, entry: str) -> str:
    own = str(page[entry]) if entry in page else ""
    if own:
        del page[entry]
    return own
