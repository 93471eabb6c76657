"""The process that renders parts until nobody asks it for more."""

import gc
import json
import logging
import resource
from multiprocessing.connection import Connection
from typing import Any

from .jobs import TOO_LARGE, UNEXPECTED, Job, work

logger = logging.getLogger(__name__)
MEMORY_BYTES = 2 * 1024**3
HTML_SECONDS, UPLOAD_SECONDS = 600, 120  # of the processor's time


def serve(asked: Connection, answers: Connection) -> None:
    """Answer each job with a line of facts and a PDF, until the other end is closed."""
    _limit(resource.RLIMIT_AS, MEMORY_BYTES)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a document is laid out with is needed to its end: looking through it for garbage
    # meanwhile takes a sixth of the time.
    gc.disable()
    while True:
        try:
            facts, content = json.loads(asked.recv_bytes()), asked.recv_bytes()
        except EOFError:
            return
        problem, finished = _answer(facts, content)
        try:
            answers.send_bytes(json.dumps(problem).encode())
            answers.send_bytes(finished)
        except BrokenPipeError:
            return
        gc.collect()


def _answer(facts: dict[str, Any], content: bytes) -> tuple[dict[str, str], bytes]:
    """What is wrong, by its kind, and the PDF."""
    from ..rendering import Unavailable
    from ..uploads.facts import Unusable

    is_upload = facts["is_upload"]
    _give_time(UPLOAD_SECONDS if is_upload else HTML_SECONDS)
    job = Job(
        html="" if is_upload else content.decode(),
        upload=content if is_upload else b"",
        band=facts["band"],
    )
    try:
        return {}, work(job)
    except Unavailable as missing:
        return {"unavailable": str(missing)}, b""
    except Unusable as unusable:
        return {"reason": str(unusable)}, b""
    except MemoryError:
        return {"reason": TOO_LARGE}, b""
    except Exception:
        logger.exception("A part of a pack could not be printed")
        return {"reason": UNEXPECTED}, b""


def _give_time(seconds: int) -> None:
    """So much more of the processor's time; then the system ends the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds)


def _limit(what: int, most: int) -> None:
    """Within what the system allows the process anyway."""
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
