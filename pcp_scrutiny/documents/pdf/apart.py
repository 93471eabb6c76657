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
import tempfile
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .sheets import Contents, Piece, Sheet

SECONDS = 120
MEMORY_BYTES = 2 * 1024**3
MODULE = "pcp_scrutiny.documents.pdf"
Progress = Callable[[int, int], None]
_TOLD = 2
"""Pages done, and pages in all: a line of so many values tells of progress."""
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")
_PROJECT = Path(__file__).resolve().parents[3]


def extract(data: bytes, progress: Progress | None = None) -> Contents:
    """As ``extraction.extract``, with "time" or "damaged" where the file brought the process down.

    ``progress`` is told the pages done and in all as they are done. Raises RuntimeError where the
    process could not do its work at all.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(data)
        given.seek(0)
        process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", MODULE],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=said,
            cwd=_PROJECT,
            env=_environment(),
        )
        alarm = threading.Timer(SECONDS, process.kill)
        alarm.start()
        with process:
            try:
                answer = _answer(process, progress)
            except BaseException:
                process.kill()  # whoever is told of the progress may want it ended
                raise
            finally:
                process.wait()
                alarm.cancel()
        if process.returncode < 0:
            too_long = process.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
            return Contents("time" if too_long else "damaged", "", [])
        if process.returncode > 0:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace"))
    problem, title, sheets = answer
    return Contents(
        problem,
        title,
        [Sheet(w, h, [Piece(*piece) for piece in pieces]) for w, h, pieces in sheets],
    )


def _answer(process: subprocess.Popen[bytes], progress: Progress | None) -> Any:
    """What the process answers: a line of two numbers for each page, and at last its contents."""
    for line in process.stdout or ():
        if not line.endswith(b"\n"):
            break  # it was brought down within the line
        said = json.loads(line)
        if len(said) != _TOLD:
            return said
        if progress is not None:
            progress(*said)
    return None


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
        answer = json.dumps(extract_here(data, progress=_tell))
    except Exception:
        # Whatever a file can bring about, out of memory for one, is the file's fault.
        traceback.print_exc()
        answer = json.dumps(Contents("damaged", "", []))
    sys.stdout.write(f"{answer}\n")


def _tell(done: int, total: int) -> None:
    sys.stdout.write(f"[{done}, {total}]\n")
    sys.stdout.flush()
