"""How long things take, and on what."""

import os
import platform
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def best_of(times: int, work: Callable[[], Result]) -> tuple[float, Result]:
    """The least of so many times in seconds, and what came of it.

    It is the processor's time, of one core: what else the machine does counts as little as it can.
    """
    seconds = []
    for _ in range(times):
        began = time.process_time()
        result = work()
        seconds.append(time.process_time() - began)
    return min(seconds), result


def machine(used: str = "one is") -> str:
    """What the times were taken on, in words that name no one's machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()},"
        f" {platform.machine()}, {cores} cores of which {used} used"
    )
