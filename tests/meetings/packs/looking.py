"""Ways to look into packs that were made."""

import io

import pikepdf
import pypdfium2

from meetings import packs


def pages_of(content):
    """The text of each page."""
    opened = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_bounded() for page in opened]


def text_of(content):
    """All the text, as one line."""
    return " ".join(" ".join(pages_of(content)).split())


def everything_in(content):
    """Every string and every stream of a PDF, decompressed, as one text."""
    parts = pages_of(content)
    with pikepdf.open(io.BytesIO(content)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes().decode("latin-1"))
            parts.append(repr(thing))
        with opened.open_outline() as outline:
            parts.append(repr(outline))
    return "\n".join(parts)


def html_of(meeting, audience="full", **options):
    """All that a pack would say, as one line of HTML; nothing is rendered."""
    planned = packs.plan(meeting, audience=audience, **options)
    parts = [planned.side.front.html({}), *(part.source.html for part in planned.parts)]
    return " ".join(" ".join(parts).split())


def labels_of(content):
    """What a reader calls each page."""
    return [pypdfium2.PdfDocument(content).get_page_label(at) for at in range(_count(content))]


def _count(content):
    return len(pypdfium2.PdfDocument(content))
