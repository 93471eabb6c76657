"""HTML -> tagged PDF (PDF/UA-1), the same bytes for the same HTML.

WeasyPrint needs Pango, a library of the operating system, so it is loaded only when something is
printed; everything else works without it, and printing says what is missing (``Unavailable``).
"""

from .reading import count_pages
from .rendering import Unavailable, render, render_part

__all__ = ["Unavailable", "count_pages", "render", "render_part"]
