"""What the page of one paper shows."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pikepdf
from django.core.cache import cache
from django.db.models import QuerySet

from pcp_scrutiny.documents import reading
from pcp_scrutiny.documents.blocks import Block, Unreadable
from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.pdf import uploads

from . import papers
from .models import Paper

HOUR = 3600  # seconds
PREVIEWED_PAGES = 3
PREVIEWED_CHARACTERS = 6_000


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a paper's text as its file has it, in words."""

    words: str
    is_heading: bool = False


def elsewhere(paper: Paper) -> str:
    """Where a paper from the record is read; empty for one that has its own page."""
    if paper.kind in (Paper.WRITTEN, Paper.UPLOADED):
        return ""
    return papers.link(paper) or paper.item.get_absolute_url()


def of_paper(paper: Paper) -> dict[str, Any]:
    """The context of a paper's page."""
    context = {
        "paper": paper,
        "item": paper.item,
        "meeting": paper.item.meeting,
        "elsewhere": elsewhere(paper),
        "background": paper.background.splitlines(),
    }
    if paper.file:
        context |= {
            "is_converted": paper.printed_id != paper.file_id,
            "kept": paper.file.history.select_related("history_user").earliest(),
            "earlier": list(earlier_files(paper)),
            "barriers": [uploads.sentence(code) for code in paper.lacks if _is_barrier(code)],
            "notes": [uploads.sentence(code) for code in paper.lacks if not _is_barrier(code)],
            "lines": cache.get_or_set(
                f"text-of-{paper.printed.sha256}", lambda: preview(paper.printed), HOUR
            ),
            "previewed": min(PREVIEWED_PAGES, paper.pages),
        }
    return context


def earlier_files(paper: Paper) -> QuerySet[ReceivedFile]:
    """The files that newer ones have replaced, the last first."""
    were = paper.history.exclude(file=None).values("file_id")
    return ReceivedFile.objects.filter(pk__in=were).exclude(pk=paper.file_id).order_by("-pk")


def _is_barrier(code: str) -> bool:
    return uploads.is_barrier(code)


def preview(printed: ReceivedFile) -> list[Line]:
    """The text of the first pages of a PDF; nothing where there is none to be read."""
    with printed.content.open("rb") as file:
        first = _first_pages(file.read())
    try:
        return list(_short(lines(reading.read(first, "paper.pdf").blocks)))
    except Unreadable:
        return []


def _first_pages(content: bytes) -> bytes:
    """A long paper is not gone through whole for its first pages."""
    with pikepdf.open(io.BytesIO(content)) as whole, pikepdf.new() as short:
        short.pages.extend(whole.pages[:PREVIEWED_PAGES])
        made = io.BytesIO()
        short.save(made)
    return made.getvalue()


def lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """Blocks of text as lines; a row of a table is one."""
    rows = groupby(blocks, key=lambda block: (block.table, block.row))
    for (table, _), together in rows:
        if table:
            yield Line("; ".join(block.text for block in together if block.text))
        else:
            for block in together:
                yield Line(f"{block.label} {block.text}".strip(), block.kind == "heading")


def _short(found: Iterable[Line]) -> Iterator[Line]:
    told = 0
    for line in found:
        if told > PREVIEWED_CHARACTERS:
            yield Line("…")
            return
        told += len(line.words)
        yield line
