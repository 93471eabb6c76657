"""What the page of one paper shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet

from pcp_scrutiny.documents import Block
from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.pdf import uploads

from . import papers
from .models import Paper
from .packs import texts

HOUR = 3600  # seconds
PREVIEWED_PAGES = 20
PREVIEWED_CHARACTERS = 6_000
MORE = "And so on: download the file for the rest."


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
            "lines": _lines(paper),
        }
    return context


def earlier_files(paper: Paper) -> QuerySet[ReceivedFile]:
    """The files that newer ones have replaced, the last first."""
    were = paper.history.exclude(file=None).values("file_id")
    return ReceivedFile.objects.filter(pk__in=were).exclude(pk=paper.file_id).order_by("-pk")


def _is_barrier(code: str) -> bool:
    return uploads.is_barrier(code)


def _lines(paper: Paper) -> list[Line]:
    """To read a long paper takes too long while someone waits for its page."""
    if paper.pages > PREVIEWED_PAGES:
        return []
    key = f"seen-of-{paper.printed.sha256}"
    return cache.get_or_set(key, lambda: preview(paper.printed), HOUR)


def preview(printed: ReceivedFile) -> list[Line]:
    """How the text of a PDF begins, as packs print it: without what cleaning takes out of it, or
    what was cropped away. Nothing where there is none to be read."""
    try:
        with printed.content.open("rb") as file:
            content = uploads.prepare(file.read())
    except (uploads.Unusable, OSError):
        return []
    return list(_short(lines(texts.blocks_of(content))))


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
            yield Line(MORE)
            return
        told += len(line.words)
        yield line
