"""A PDF read into blocks."""

import pypdfium2

from ..blocks import Block, Document

MEDIA_TYPE = "application/pdf"


def read(data: bytes) -> Document:
    pdf = pypdfium2.PdfDocument(data)
    blocks = tuple(
        Block(text=page.get_textpage().get_text_range(), page=index + 1)
        for index, page in enumerate(pdf)
    )
    return Document("", MEDIA_TYPE, blocks, len(pdf))
