"""How much memory a process and those it starts hold at once."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EVERY = 0.05
"""Seconds between two looks."""


class Peak:
    """The most that was held at once, in megabytes."""

    megabytes = 0.0


@contextmanager
def watched() -> Iterator[Peak]:
    """Watch this process and its children. What they share is counted once for each (Linux)."""
    peak, ended = Peak(), threading.Event()

    def watch() -> None:
        while not ended.wait(EVERY):
            peak.megabytes = max(peak.megabytes, _held(os.getpid()))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        ended.set()
        watcher.join()


def _held(pid: int) -> float:
    """Resident memory of a process and all below it."""
    return _resident(pid) + sum(_held(child) for child in _children(pid))


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _children(pid: int) -> list[int]:
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in tasks.read_text().split()]
        except OSError:
            continue
    return found
