"""Papers that are made from the record when the pack is made.

An app registers the papers it can make when it is ready (``apps.py``)::

    papers.register("tracker", "Recommendation tracker", build_tracker)

    def build_tracker(paper: Paper, *, is_public: bool) -> SafeString: ...

``build`` answers with a fragment of HTML whose highest heading is ``<h4>`` (the pack prints the
paper's own title above it, as an ``<h3>``); ``paper.item.meeting`` is the meeting whose pack it
is. With ``is_public`` it must read only what the public may read (``.public()``). It must print
the same for the same record: no clocks. Tables need a ``<caption>``, a ``<thead>`` and scopes.
Where the record does not allow the paper it raises ``packs.CannotMake``, which names the paper.
``link(paper)``, if given, says where the same is read on the screen; ``is_wide`` prints the paper
across the page, for tables of many columns; ``of`` is what the clerk must say it is of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.safestring import SafeString


class Build(Protocol):
    """Makes the fragment of a paper."""

    def __call__(self, paper: Any, *, is_public: bool) -> SafeString: ...


@dataclass(frozen=True, slots=True)
class Of:
    """What a paper is of: the ``field`` of ``Paper`` that holds it ("about" for the key of
    something that an app above keeps), how the form asks for it, and what is said where nothing
    is chosen. ``choices`` are those that a paper for that meeting can
    be of; ``called`` is what the paper is usually called."""

    field: str
    asks: str
    missing: str
    choices: Callable[[Any], QuerySet]
    called: Callable[[Any], str]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """A kind of paper from the record; ``label`` is what the clerk chooses it by."""

    kind: str
    label: str
    build: Build
    link: Callable[[Any], str] | None = None
    is_wide: bool = False
    of: Of | None = None


_registered: dict[str, RecordPaper] = {}


def register(
    kind: str,
    label: str,
    build: Callable[..., SafeString],
    *,
    link: Callable[[Any], str] | None = None,
    is_wide: bool = False,
    of: Of | None = None,
) -> None:
    """Offer a paper from the record; ``kind`` is what ``Paper.kind`` stores."""
    _registered[kind] = RecordPaper(kind, label, build, link, is_wide, of)


def kinds() -> list[tuple[str, str]]:
    """Every kind on offer with its label, in the order they were registered."""
    return [(paper.kind, paper.label) for paper in _registered.values()]


def label_of(kind: str) -> str:
    """What the paper is called; the kind itself where no app offers it any more."""
    return _registered[kind].label if kind in _registered else kind


def is_wide(kind: str) -> bool:
    """Whether papers of that kind are printed across the page."""
    return kind in _registered and _registered[kind].is_wide


def of(kind: str) -> Of | None:
    """What a paper of that kind must be said to be of; None where there is nothing to say."""
    return _registered[kind].of if kind in _registered else None


def link(paper: Any) -> str:
    """Where a paper from the record is read on the screen; empty where it is only printed."""
    offered = _registered.get(paper.kind)
    return offered.link(paper) if offered and offered.link else ""


def build(paper: Any, *, is_public: bool) -> SafeString:
    """The fragment of a paper from the record. Raises LookupError for a kind nobody offers."""
    if paper.kind not in _registered:
        raise LookupError(f"Nothing on this system makes a paper of the kind “{paper.kind}”.")
    return _registered[paper.kind].build(paper, is_public=is_public)
