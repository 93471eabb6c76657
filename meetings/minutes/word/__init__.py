"""The minutes as a Word document, for those who must send one: real styles and headings, numbers
as text, and the same bytes for the same minutes."""

from .document import as_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

__all__ = ["WORD", "as_word"]
