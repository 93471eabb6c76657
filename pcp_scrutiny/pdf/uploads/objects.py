"""Values of a PDF read with suspicion: what has the wrong type counts as not there."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String


def dictionary(value: Any) -> Any:
    """A dictionary, or the dictionary of a stream; None for anything else."""
    return value if isinstance(value, (Dictionary, Stream)) else None


def entries(value: Any) -> Iterator[tuple[str, Any]]:
    """The keys and values of a dictionary, in order of the keys."""
    found = dictionary(value)
    if found is not None:
        for key in sorted(found.keys()):
            yield key, found.get(key)


def items(value: Any) -> list[Any]:
    """The members of an array."""
    return list(value) if isinstance(value, Array) else []


def several(value: Any) -> list[Any]:
    """Where a PDF may have one of something or an array of them."""
    if isinstance(value, Array):
        return list(value)
    return [] if value is None else [value]


def name(value: Any) -> str:
    """A name with its stroke ("/Type")."""
    return str(value) if isinstance(value, Name) else ""


def text(value: Any) -> str:
    """A text string, without characters that cannot be kept or shown."""
    if not isinstance(value, String):
        return ""
    try:
        read = str(value)
    except (UnicodeError, ValueError):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in read).split())


def number(value: Any) -> float | None:
    """A number that can be reckoned with."""
    if isinstance(value, (Object, str, bytes, bool)) or value is None:
        return None
    try:
        read = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return read if abs(read) < 1e12 else None


def numbers(value: Any, count: int) -> list[float] | None:
    """An array of so many numbers."""
    read = [number(each) for each in items(value)]
    return read if len(read) == count and None not in read else None  # type: ignore[return-value]


def whole(value: Any) -> int | None:
    """A whole number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
