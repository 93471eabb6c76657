"""The tags of what WeasyPrint printed, brought to what the HTML says.

WeasyPrint tags page by page: a table over three pages becomes three tables with the same headers,
a paragraph over two pages two paragraphs. Here what goes on is joined to what it goes on from,
headers that are printed again become artifacts, and header cells, lists and links get what
PDF/UA-1 asks of them. It is done on WeasyPrint's own objects before they are written, when it is
still known which element of the HTML each came from.
"""

from .finishing import finish
from .origins import remember

__all__ = ["finish", "remember"]
