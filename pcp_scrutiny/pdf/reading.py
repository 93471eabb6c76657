"""Facts about a finished PDF."""

import io

import pikepdf


def count_pages(content: bytes) -> int:
    """How many pages it has."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)
