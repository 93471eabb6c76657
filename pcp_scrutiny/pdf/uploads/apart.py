"""Files of strangers handled in a process of its own.

PDFium and qpdf are large C++ libraries. A file made to harm may crash them, keep them busy for
ever or fill the memory; in a process of its own none of that reaches the site.
"""

import dataclasses
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .facts import Facts, Unusable, check_size
from .opening import BOMB, DAMAGED

SECONDS = 120
MEMORY_BYTES = 2 * 1024**3
MODULE = "pcp_scrutiny.pdf.uploads"
TOO_SLOW = (
    "The file takes too long to go through. Ask the author to print it to a new PDF, or to save it "
    "with simpler drawings and maps, and add that."
)
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")
_PROJECT = Path(__file__).resolve().parents[3]
_ENDED = (-signal.SIGXCPU, -signal.SIGKILL)


def inspect(data: bytes, file_name: str = "") -> Facts:
    """What a PDF is and what it lacks; one that cannot be cleaned is refused here already.

    Raises Unusable, with what to do.
    """
    check_size(len(data), file_name)
    return Facts(**json.loads(_run("inspect", data, file_name=file_name)))


def clean(data: bytes) -> bytes:
    """As ``cleaning.clean``. Raises Unusable."""
    return _run("clean", data)


def fit(data: bytes, *, first_band: float = 0.0) -> bytes:
    """As ``fitting.fit``. Raises Unusable."""
    return _run("fit", data, first_band=first_band)


def prepare(data: bytes, *, first_band: float = 0.0) -> bytes:
    """``clean`` and ``fit`` in one process. Raises Unusable."""
    return _run("prepare", data, first_band=first_band)


def _run(what: str, data: bytes, **options: Any) -> bytes:
    """The answer of the process. Raises RuntimeError where it could not do its work at all."""
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as answer,
        tempfile.TemporaryFile() as said,
    ):
        given.write(data)
        given.seek(0)
        code = _wait([what, json.dumps(options)], given, answer, said)
        answer.seek(0)
        if code < 0:
            raise Unusable(TOO_SLOW if code in _ENDED else DAMAGED)
        if code > 0:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace"))
        if problem := json.loads(answer.readline()):
            raise Unusable(problem)
        return answer.read()


def _wait(arguments: list[str], given: Any, answer: Any, said: Any) -> int:
    process = subprocess.Popen(  # noqa: S603 - our own module, no shell
        [sys.executable, "-m", MODULE, *arguments],
        stdin=given,
        stdout=answer,
        stderr=said,
        cwd=_PROJECT,
        env=_environment(),
    )
    try:
        return process.wait(2 * SECONDS)  # the limit itself is of the processor's time
    except subprocess.TimeoutExpired:
        return -signal.SIGKILL
    finally:
        process.kill()
        process.wait()


def _environment() -> dict[str, str]:
    """What Python needs to start, and none of the deployment's secrets."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT}
    return kept | {"PYTHONPATH": str(_PROJECT)}


def serve(what: str, options: dict[str, Any]) -> None:
    """The other end: a file from standard input; a line with the problem and the answer."""
    from . import checking, cleaning, fitting

    def prepared(data: bytes, *, first_band: float) -> bytes:
        return fitting.fit(cleaning.clean(data), first_band=first_band)

    def facts(data: bytes, *, file_name: str) -> bytes:
        found = checking.inspect(data, file_name)
        cleaning.clean(data)  # what is taken must not fail when its pack is made
        return json.dumps(dataclasses.asdict(found)).encode()

    work: Any = {
        "inspect": facts,
        "clean": cleaning.clean,
        "fit": fitting.fit,
        "prepare": prepared,
    }[what]
    data = sys.stdin.buffer.read()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    problem, answer = "", b""
    try:
        answer = work(data, **options)
    except Unusable as unusable:
        problem = str(unusable)
    except MemoryError:
        problem = BOMB
    sys.stdout.buffer.write(json.dumps(problem).encode() + b"\n" + answer)
