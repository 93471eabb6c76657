"""Making a pack: everything in its order."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Protocol

from pcp_scrutiny.pdf.assembly import Assembled, assemble

from ..models import Meeting
from . import edition, keeping, leaks, manifest, versions
from .laying_out import Layout
from .planning import Plan, plan
from .printing import Printing
from .refusals import Leaked


class Progress(Protocol):
    """Told how far the pack is: what is being done, in words, and the pages. It may raise
    Cancelled."""

    def __call__(self, doing: str, done: int, expected: int | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Made:
    """A finished pack. ``edition`` is the same as a fragment of HTML; ``untagged`` are the keys of
    the papers that keep it from claiming PDF/UA-1."""

    content: bytes
    edition: str
    pages: int
    digest: str
    manifest: list[dict[str, Any]]
    is_accessible: bool
    untagged: list[int]


def make(
    meeting: Meeting,
    *,
    audience: str,
    supplement: int = 0,
    without: Collection[int] = (),
    progress: Progress | None = None,
) -> Made:
    """A pack as the record now stands. The same record gives the same bytes.

    Raises Failed with every paper that could not be made, Cancelled where ``progress`` does,
    Leaked where a public pack would hold what is not for publication, pdf.Unavailable, and OSError
    where the disk is full.
    """
    tell = progress or _nobody
    tell("Reading the record", 0, None)
    planned = plan(meeting, audience=audience, supplement=supplement, without=without)
    digest = planned.digest
    planned = versions.numbered(planned, digest=digest)
    printing = Printing(planned, tell)
    printing.print()
    made = _finish(planned, printing, tell, digest=digest)
    keeping.clear()
    return made


def _finish(planned: Plan, printing: Printing, tell: Progress, *, digest: str) -> Made:
    """From papers that are printed to a pack that may go out."""
    layout = Layout(planned, printing)
    total = layout.pages

    def beat() -> None:
        tell("Putting the pack together", total, total)

    beat()
    parts = list(layout.parts())
    beat()
    assembled = assemble(
        parts,
        title=planned.side.front.title,
        author=planned.side.content.panel.name,
        foot=planned.foot,
    )
    html = edition.fragment(planned, layout, beat=beat)
    beat()
    if planned.is_public:
        tell("Looking for what is not for publication", total, total)
        _check(planned.meeting, assembled.content, html)
    return Made(
        content=assembled.content,
        edition=html,
        pages=total,
        digest=digest,
        manifest=manifest.entries(planned, layout),
        is_accessible=assembled.claims_ua,
        untagged=_untagged(planned, assembled),
    )


def _check(meeting: Meeting, content: bytes, html: str) -> None:
    secrets = leaks.secrets_of(meeting)
    found = [*leaks.find(content, secrets), *leaks.find_in_text(html, secrets)]
    if found:
        raise Leaked(found)


def _untagged(planned: Plan, assembled: Assembled) -> list[int]:
    keeping_from_it = {*assembled.untagged, *assembled.unclaimed}
    return [part.entry.paper.pk for part in planned.parts if part.name in keeping_from_it]


def _nobody(doing: str, done: int, expected: int | None) -> None:
    """Nobody is told."""
