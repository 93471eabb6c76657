"""Run the extraction in a process of its own.

PDFium is a large C++ library that reads what strangers send: a file made to harm may crash it,
keep it busy for ever or fill the memory, and it may not be used by two threads at once. In a
process of its own none of that reaches the site.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import traceback
from pathlib import Path

from .sheets import Contents, Piece, Sheet

SECONDS = 120
MEMORY_BYTES = 2 * 1024**3
MODULE = "pcp_scrutiny.documents.pdf"
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")
_PROJECT = Path(__file__).resolve().parents[3]


def extract(data: bytes) -> Contents:
    """As ``extraction.extract``, with "time" or "damaged" where the file brought the process down.

    Raises RuntimeError where the process could not do its work at all.
    """
    try:
        process = subprocess.run(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", MODULE],
            input=data,
            capture_output=True,
            cwd=_PROJECT,
            env=_environment(),
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Contents("time", "", [])
    if process.returncode < 0:
        too_long = process.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
        return Contents("time" if too_long else "damaged", "", [])
    if process.returncode > 0:
        raise RuntimeError(process.stderr.decode(errors="replace"))
    problem, title, sheets = json.loads(process.stdout)
    return Contents(
        problem,
        title,
        [Sheet(w, h, [Piece(*piece) for piece in pieces]) for w, h, pieces in sheets],
    )


def _environment() -> dict[str, str]:
    """What Python needs to start, and none of the deployment's secrets."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    return kept | {"PYTHONPATH": str(_PROJECT)}


def serve() -> None:
    """The other end: a PDF from standard input, its contents to standard output."""
    # Imported here, so that the site itself never loads PDFium.
    from .extraction import extract as extract_here

    data = sys.stdin.buffer.read()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = json.dumps(extract_here(data))
    except Exception:
        # Whatever a file can bring about, out of memory for one, is the file's fault.
        traceback.print_exc()
        answer = json.dumps(Contents("damaged", "", []))
    sys.stdout.write(answer)
