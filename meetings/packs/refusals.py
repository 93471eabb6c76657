"""Why a pack is not made."""

from collections.abc import Iterable, Sequence
from typing import Any


class CannotMake(Exception):
    """The record does not allow the document to be made; the message says which paper and why."""


class Failed(CannotMake):
    """Papers that stop a pack. ``failures`` names all of them, each {"paper": key or None,
    "reason": a sentence}."""

    def __init__(self, failures: Iterable[dict[str, Any]]) -> None:
        self.failures = list(failures)
        super().__init__(" ".join(failure["reason"] for failure in self.failures))


class Cancelled(Exception):
    """Nobody wants the pack any more: what reports progress raises it."""


class Leaked(Exception):
    """What is not for publication was found in a public pack. ``leaks`` are what was found."""

    def __init__(self, leaks: Sequence[Any]) -> None:
        self.leaks = list(leaks)
        super().__init__(" ".join(str(leak) for leak in self.leaks))


def failure(paper: int | None, reason: str) -> dict[str, Any]:
    """One paper that stops a pack, as ``Pack.failures`` keeps it."""
    return {"paper": paper, "reason": reason}
