"""Sources -> rendered parts: those that are kept are found, the others rendered and kept.

A little is rendered in this process; more of it side by side, in processes of their own.
"""

from collections.abc import Callable, Iterator, Sequence

from django.core.files.storage import default_storage

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf import static_files, workers
from pcp_scrutiny.pdf.rendering import NOT_BUILT
from pcp_scrutiny.pdf.workers import Job, Problem

from . import keeping
from .sources import Source

LITTLE = 40_000
"""Characters of HTML that are printed sooner than a process is started: about a second's work."""
UPLOAD_WEIGHS = 100_000
"""As so many characters: an upload is never a little, because it comes from strangers."""
GONE = (
    "The file that was sent in cannot be read any more ({error}). Send it in again, or remove the "
    "paper from the agenda, and ask again."
)
Beat = Callable[[], None]


def find(source: Source) -> bytes | None:
    """The part where it is kept. Raises pdf.Unavailable."""
    return keeping.find(source.key(_renderer()))


def render(
    sources: Sequence[Source], *, beat: Beat | None = None
) -> Iterator[tuple[Source, bytes | Problem]]:
    """Each source with its part or with its problem, in no order; the parts are kept.

    ``beat`` is called every second while processes work, and what it raises ends them. Raises
    pdf.Unavailable, and OSError where the disk is full.
    """
    renderer = _renderer()
    heaviest_first = sorted(sources, key=_weight, reverse=True)
    for source, outcome in _rendered(heaviest_first, beat or _nobody):
        if isinstance(outcome, bytes):
            keeping.keep(source.key(renderer), outcome)
        yield source, outcome


def render_one(html: str, *, band: float = 0) -> bytes:
    """A small document, found or rendered in this process. Raises as ``render`` does."""
    source = Source(html=html, band=band)
    found = find(source)
    if found is None:
        found = pdf.render_part(html, band=band)
        keeping.keep(source.key(_renderer()), found)
    return found


def _rendered(sources: Sequence[Source], beat: Beat) -> Iterator[tuple[Source, bytes | Problem]]:
    jobs, here = [], []
    is_little = sum(map(_weight, sources)) <= LITTLE
    for source in sources:
        if is_little:
            here.append(source)
        elif problem := _missing(source):
            yield source, problem
        else:
            jobs.append((source, _job_of(source)))
    for source in here:
        beat()
        yield source, pdf.render_part(source.html, band=source.band)
    yield from workers.render_all(jobs, beat=beat)


def _weight(source: Source) -> int:
    return UPLOAD_WEIGHS if source.upload else len(source.html)


def _missing(source: Source) -> Problem | None:
    if source.upload and not default_storage.exists(source.upload):
        return Problem(GONE.format(error="it is not there"))
    return None


def _job_of(source: Source) -> Callable[[], Job]:
    """Made when its turn comes, so that not all files are held at once."""

    def job() -> Job:
        if not source.upload:
            return Job(html=source.html, band=source.band)
        with default_storage.open(source.upload, "rb") as file:
            return Job(upload=file.read(), band=source.band)

    return job


def _renderer() -> str:
    try:
        return keeping.renderer()
    except static_files.NotBuilt as missing:
        raise pdf.Unavailable(NOT_BUILT) from missing


def _nobody() -> None:
    """Nobody is told."""
