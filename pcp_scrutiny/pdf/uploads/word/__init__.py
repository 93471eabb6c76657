"""Word documents turned into tagged PDFs, with nothing in them that acts or fetches."""

from .converting import convert
from .office import NoConverter, can_convert

__all__ = ["NoConverter", "can_convert", "convert"]
