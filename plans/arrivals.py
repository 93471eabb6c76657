"""A version of a plan as it comes in: a file or pasted text, checked and read, nothing kept yet."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from pcp_scrutiny import documents
from pcp_scrutiny.documents.forms import PASTED_NAME

from .reading import PlanText, read_plan


@dataclass(frozen=True)
class Arrival:
    """What came in, byte for byte, and what was read from it."""

    data: bytes = field(repr=False)
    name: str
    media_type: str
    plan: PlanText

    @cached_property
    def sha256(self) -> str:
        """The checksum of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def has_numbers(self) -> bool:
        """Whether any paragraph is numbered, as a plan's almost always are."""
        return any(paragraph.label for paragraph in self.plan.paragraphs)


def read_file(
    data: bytes, name: str, *, progress: Callable[[int, int], None] | None = None
) -> Arrival:
    """Read a Word document, PDF or text file. ``progress`` is told the pages done and in all.

    Raises documents.Unreadable with what to do.
    """
    return read_document(data, name, documents.read(data, name, progress))


def read_pasted(text: str) -> Arrival:
    """Read text that someone pasted. Raises documents.Unreadable with what to do."""
    return read_document(text.encode(), PASTED_NAME, documents.read_text(text))


def read_document(data: bytes, name: str, document: documents.Document) -> Arrival:
    """Read a plan from a document. Raises documents.Unreadable where it has no paragraphs."""
    plan = read_plan(document)
    if not plan.paragraphs:
        raise documents.Unreadable(
            "No paragraphs could be read. Add a file that has the plan's text, or paste the text."
        )
    return Arrival(data, name, document.media_type, plan)
