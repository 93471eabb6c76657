"""Processes that render side by side, and what becomes of them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Generic, TypeVar

from django.conf import settings

from ..rendering import Unavailable
from .child import HTML_SECONDS
from .jobs import KILLED, TOO_SLOW, UNEXPECTED, Job, Problem

Key = TypeVar("Key", bound=Hashable)
Outcome = bytes | Problem
BEAT_SECONDS = 1
PATIENCE_SECONDS = 2 * HTML_SECONDS  # by the clock, where the processor is shared
MODULE = "pcp_scrutiny.pdf.workers"
KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "FONTCONFIG_FILE")
PROJECT = Path(__file__).resolve().parents[3]


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def render_all(
    jobs: Sequence[tuple[Key, Callable[[], Job]]],
    *,
    beat: Callable[[], None],
    processes: int | None = None,
) -> Iterator[tuple[Key, Outcome]]:
    """Each job with its PDF or its problem, as they are done; begun in the order given.

    ``beat`` is called every second, and what it raises ends everything at once. Raises
    Unavailable. Nothing is left running, and no file is left behind.
    """
    waiting = deque(jobs)
    workers: list[_Worker[Key]] = []
    with TemporaryDirectory(prefix="pcp-scrutiny-") as folder:
        try:
            while waiting or any(worker.is_busy for worker in workers):
                _give_out(waiting, workers, processes or cores(), folder)
                busy = {worker.answers: worker for worker in workers if worker.is_busy}
                ready = wait(list(busy), timeout=BEAT_SECONDS)
                beat()
                for worker in list(busy.values()):
                    if worker.answers in ready or worker.is_overdue:
                        yield worker.key, worker.outcome()
                workers = [worker for worker in workers if worker.is_running]
        finally:
            for worker in workers:
                worker.end()


def _give_out(
    waiting: "deque[tuple[Key, Callable[[], Job]]]",
    workers: "list[_Worker[Key]]",
    most: int,
    folder: str,
) -> None:
    """A job for every process, and a process for every job up to the ``most``."""
    idle = [worker for worker in workers if not worker.is_busy]
    while waiting and (idle or len(workers) < most):
        if not idle:
            workers.append(_Worker(folder))
            idle.append(workers[-1])
        key, job = waiting.popleft()
        idle.pop().begin(key, job())


class _Worker(Generic[Key]):
    """One process, and the two pipes to it."""

    def __init__(self, folder: str) -> None:
        its_asked, asked = os.pipe()
        answers, its_answers = os.pipe()
        self.asked = Connection(asked, readable=False)
        self.answers = Connection(answers, writable=False)
        try:
            self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                [sys.executable, "-m", MODULE, str(its_asked), str(its_answers), _folders()],
                cwd=PROJECT,
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                pass_fds=(its_asked, its_answers),
            )
        finally:
            os.close(its_asked)
            os.close(its_answers)
        self.key: Key
        self.is_busy = False
        self.is_running = True
        self.began = 0.0

    @property
    def is_overdue(self) -> bool:
        """Whether it has had more time than any part needs."""
        return self.is_busy and time.monotonic() - self.began > PATIENCE_SECONDS

    def begin(self, key: Key, job: Job) -> None:
        """Give it a job."""
        self.key, self.is_busy, self.began = key, True, time.monotonic()
        facts = {"is_upload": bool(job.upload), "band": job.band}
        try:
            self.asked.send_bytes(json.dumps(facts).encode())
            self.asked.send_bytes(job.upload or job.html.encode())
        except BrokenPipeError:
            pass  # it was killed; its answer will say so

    def outcome(self) -> Outcome:
        """What became of the job. Raises Unavailable."""
        self.is_busy = False
        if not self.answers.poll():
            self.end()
            return Problem(TOO_SLOW)
        try:
            said: dict[str, Any] = json.loads(self.answers.recv_bytes())
            content = self.answers.recv_bytes()
        except (EOFError, OSError):
            return Problem(self._why_it_ended())
        if "unavailable" in said:
            raise Unavailable(said["unavailable"])
        return Problem(said["reason"]) if said else content

    def end(self) -> None:
        """Whatever it is doing. What is ended twice stays ended."""
        self.is_busy = self.is_running = False
        self.asked.close()
        self.answers.close()
        self.process.kill()
        self.process.wait()

    def _why_it_ended(self) -> str:
        self.process.wait()
        code = self.process.returncode
        self.end()
        if code == -signal.SIGXCPU:
            return TOO_SLOW
        return KILLED if code < 0 else UNEXPECTED


def _folders() -> str:
    return json.dumps([str(folder) for folder in settings.STATICFILES_DIRS])


def _environment(folder: str) -> dict[str, str]:
    """What Python needs to start, and none of the deployment's secrets; what is put aside goes to
    a folder that is deleted afterwards."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT}
    return kept | {"PYTHONPATH": str(PROJECT), "TMPDIR": folder, "HOME": folder}
