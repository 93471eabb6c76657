"""What the commands that read a file have in common."""

from pathlib import Path

from django.core.management.base import CommandError

from .limits import MAX_BYTES


def bytes_of(path: Path) -> bytes:
    """What a file on this machine holds. Raises CommandError with a sentence that names it."""
    try:
        # One byte more than is allowed is enough for it to be refused.
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise CommandError(f"{path} cannot be opened: {problem.strerror or problem}.") from problem
