"""A PDF as blocks of text with pages."""

from .document import MEDIA_TYPE, read

__all__ = ["MEDIA_TYPE", "read"]
