"""What is rendered, and what can go wrong with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One part: a document of ``html``, or an ``upload``. ``band`` are the millimetres kept empty
    at the top of its first page."""

    html: str = ""
    upload: bytes = b""
    band: float = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a part was not rendered, in a sentence."""

    reason: str


KILLED = (
    "The system ended the process that was printing it, as it does when memory runs out. Ask "
    "again; if it fails again, split the paper, or tell whoever runs the system."
)
TOO_SLOW = (
    "It takes too long to print, and was given up. Split the paper, or make it simpler, and ask "
    "again."
)
TOO_LARGE = "It needs more memory to print than there is. Split the paper, and ask again."
UNEXPECTED = (
    "Something went wrong that the system did not expect. Ask again; if it fails again, tell "
    "whoever runs the system: the details are in its log."
)


def work(job: Job) -> bytes:
    """Render a part in this process. Raises uploads.Unusable and pdf.Unavailable."""
    if not job.upload:
        from ..rendering import render_part

        return render_part(job.html, band=job.band)
    from ..uploads.cleaning import clean
    from ..uploads.fitting import fit

    return fit(clean(job.upload), first_band=job.band)
