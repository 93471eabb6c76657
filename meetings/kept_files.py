"""The files of a pack that was made, handed out only as they were made."""

import hashlib
from typing import IO, Any

from django.core.exceptions import ValidationError

from .models import Pack

PIECE = 1 << 20
"""Bytes read at a time: a pack may be long."""


class NotAsMade(ValidationError):
    """A file of a pack is gone, or is not what was made. It says what to do."""


def open_file(pack: Pack) -> IO[bytes]:
    """The PDF, opened at its start, once all of it was read and is what was made. Raises
    NotAsMade."""
    file = _opened(pack.content, "file")
    try:
        _check(file, pack.sha256, "file")
    except BaseException:
        file.close()
        raise
    return file


def read_edition(pack: Pack) -> str:
    """The pack as a web page. Raises NotAsMade. One that was made before its checksum was kept
    has none to differ from."""
    with _opened(pack.edition, "web page") as file:
        _check(file, pack.edition_sha256, "web page")
        return file.read().decode()


def _opened(kept: Any, named: str) -> IO[bytes]:
    try:
        return kept.open("rb")
    except (FileNotFoundError, ValueError) as gone:  # ValueError: it never had one
        raise NotAsMade(
            f"The {named} of this pack is not where it was kept. Make the pack again, and tell "
            "whoever runs the system."
        ) from gone


def _check(file: IO[bytes], sha256: str, named: str) -> None:
    digest = hashlib.sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    if sha256 and digest.hexdigest() != sha256:
        raise NotAsMade(
            f"The {named} of this pack is not what was made: its checksum is another. Make the "
            "pack again, and tell whoever runs the system."
        )
    file.seek(0)
