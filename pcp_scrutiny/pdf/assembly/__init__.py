"""Parts that were printed one by one -> one tagged PDF: structure, bookmarks, links, numbers."""

from .assembling import assemble
from .headings import band
from .parts import Assembled, Bookmark, Heading, Part

__all__ = ["Assembled", "Bookmark", "Heading", "Part", "assemble", "band"]
