"""A file someone sends in (Word, PDF, text) becomes blocks of text with pages."""

from .blocks import Block, Document, Unreadable
from .limits import MAX_BYTES
from .reading import read, read_text

__all__ = ["MAX_BYTES", "Block", "Document", "Unreadable", "read", "read_text"]
