"""Makes one pack cold, changed and reordered, and has the same pages made otherwise; prints the
seconds as JSON.

    python -m benchmarks.packed.measuring NAME FOLDER WRITTEN UPLOADS PAGES_EACH
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from benchmarks.packed import memory, peers, records  # noqa: E402
from meetings import packs  # noqa: E402
from meetings.models import Meeting, Pack  # noqa: E402
from meetings.packs import making  # noqa: E402

ONCE_MORE = 3


class Putting:
    """Takes the time of putting parts together, and keeps the last that were put together."""

    def __init__(self) -> None:
        self.assemble, self.seconds, self.parts = making.assemble, 0.0, []

    def __call__(self, parts: Any, **facts: Any) -> Any:
        began = time.perf_counter()
        assembled = self.assemble(parts, **facts)
        self.seconds, self.parts = time.perf_counter() - began, list(parts)
        return assembled


def measure(
    name: str, folder: Path, *, written: int, uploads: int, pages_each: int
) -> dict[str, Any]:
    """Everything of one pack. The peers come last, so that they warm nothing for it."""
    call_command("migrate", verbosity=0)
    meeting = records.write(written=written, uploads=uploads, pages_each=pages_each)
    making.assemble = putting = Putting()
    with memory.watched() as peak:
        cold, made = _taken(meeting)
    assembly = min([putting.seconds, *(_again(meeting, putting) for _ in range(ONCE_MORE))])
    records.reword(meeting)
    changed, _ = _taken(meeting)
    records.reorder(meeting)
    reordered, _ = _taken(meeting)
    planned = packs.plan(meeting, audience=Pack.Audience.FULL)
    html = peers.one_document([part.source.html for part in planned.parts if part.source.html])
    return {
        "name": name,
        "pages": made.pages,
        "cold": cold,
        "changed": changed,
        "reordered": reordered,
        "assembly": assembly,
        "memory": peak.megabytes,
        "qpdf": peers.by_qpdf([part.content for part in putting.parts], folder),
        "chromium": peers.by_chromium(html, folder),
        "weasyprint": peers.by_weasyprint(html),
    }


def _taken(meeting: Meeting) -> tuple[float, packs.Made]:
    began = time.perf_counter()
    made = packs.make(meeting, audience=Pack.Audience.FULL)
    return time.perf_counter() - began, made


def _again(meeting: Meeting, putting: Putting) -> float:
    packs.make(meeting, audience=Pack.Audience.FULL)
    return putting.seconds


if __name__ == "__main__":
    name, folder, *numbers = sys.argv[1:]
    written, uploads, pages_each = map(int, numbers)
    found = measure(name, Path(folder), written=written, uploads=uploads, pages_each=pages_each)
    print(json.dumps(found))
