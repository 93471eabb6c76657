"""Run the extraction in a process of its own.

PDFium is a large C++ library that reads what strangers send: a file made to harm may crash it,
keep it busy for ever or fill the memory, and it may not be used by two threads at once. In a
process of its own none of that reaches the site.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path

from .sheets import Contents, Piece, Sheet

SECONDS = 120
MEMORY_BYTES = 2 * 1024**3
MODULE = "pcp_scrutiny.documents.pdf"
_PROJECT = Path(__file__).resolve().parents[3]


def extract(data: bytes) -> Contents:
    """As ``extraction.extract``, with "time" or "damaged" where the process did not end well."""
    try:
        process = subprocess.run(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", MODULE],
            input=data,
            capture_output=True,
            cwd=_PROJECT,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return Contents("time", "", [])
    except subprocess.CalledProcessError:
        return Contents("damaged", "", [])
    problem, title, sheets = json.loads(process.stdout)
    return Contents(
        problem,
        title,
        [Sheet(w, h, [Piece(*piece) for piece in pieces]) for w, h, pieces in sheets],
    )


def serve() -> None:
    """The other end: a PDF from standard input, its contents to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Imported here, so that the site itself never loads PDFium.
    from .extraction import extract as extract_here

    json.dump(extract_here(sys.stdin.buffer.read()), sys.stdout)
