"""A file someone sends in (Word, PDF, text) becomes blocks of text with pages."""

from .blocks import Block, Document, Unreadable

__all__ = ["Block", "Document", "Unreadable"]
