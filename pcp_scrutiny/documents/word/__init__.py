"""A Word document (.docx) as blocks of text."""

from .document import MEDIA_TYPE, read

__all__ = ["MEDIA_TYPE", "read"]
