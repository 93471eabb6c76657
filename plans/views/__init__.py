"""Pages of the plans app."""

from . import (
    arriving,
    comparing,
    correcting,
    linking,
    plans,
    printing,
    reading,
    rearranging,
    story,
    versions,
)

__all__ = [
    "arriving",
    "comparing",
    "correcting",
    "linking",
    "plans",
    "printing",
    "reading",
    "rearranging",
    "story",
    "versions",
]
