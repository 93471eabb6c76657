"""How long things take, and on what."""

import os
import platform
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def best_of(times: int, work: Callable[[], Result]) -> tuple[float, Result]:
    """The least of so many times in seconds, and what came of it."""
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - began)
    return min(seconds), result


def machine() -> str:
    """What the times were taken on, in words that name no one's machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()},"
        f" {platform.machine()}, {cores} cores of which one is used"
    )
