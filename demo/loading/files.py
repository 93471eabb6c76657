"""The demo's own files, those that a newcomer can upload by hand."""

from pathlib import Path

FILES = Path(__file__).parent.parent / "files"


def contents(name: str) -> bytes:
    """The bytes of a file in demo/files/."""
    return (FILES / name).read_bytes()
