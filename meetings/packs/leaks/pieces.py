"""The pieces that a finished file is read as."""

from dataclasses import dataclass
from enum import Enum


class How(Enum):
    """How a piece is compared: as text, as a name inside the file, or as the letters that stand
    among bytes."""

    TEXT = "text"
    NAME = "name"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and where they are. ``key`` is the entry of the object they are in ("/Title")."""

    where: str
    text: str
    how: How = How.TEXT
    key: str = ""


@dataclass(frozen=True, slots=True)
class Stream:
    """What a stream holds, as SHA-256 in hexadecimal: as it is stored, and taken apart. A picture
    has its ``shape`` in pixels; ``size`` is in bytes. ``is_own`` is not so of what many files have
    alike whatever they say: typefaces, profiles of colours, maps of codes."""

    where: str
    digests: tuple[str, ...]
    size: int = 0
    shape: tuple[int, int] | None = None
    is_own: bool = True
