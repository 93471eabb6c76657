"""What a part's own elements want at the head of the pages that they reach ("NOT FOR PUBLICATION"),
from the part's rendering to the pack's assembly: an entry of the page, which no pack keeps."""

from collections.abc import Sequence

import pikepdf
from pikepdf import String

ENTRY = "/PartHead"


def note(pdf: pikepdf.Pdf, heads: Sequence[str]) -> None:
    """Write them into the pages of a part."""
    for page, head in zip(pdf.pages, heads, strict=True):
        if head:
            page.obj[ENTRY] = String(head)


def taken(page: pikepdf.Object, head: str, *, is_upload: bool) -> str:
    """What stands at the head of a page, the part's own ``head`` first. The entry is removed; one
    that came with an upload means nothing."""
    own = str(page[ENTRY]) if ENTRY in page else ""
    if own:
        del page[ENTRY]
    if is_upload or not own or own in head:
        return head
    return f"{head}: {own}" if head else own
