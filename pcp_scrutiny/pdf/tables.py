"""What the header cells of a table head (PDF/UA-1, 7.5).

WeasyPrint links data cells to their headers, but leaves out headers that no data cell has, such
as the one over a column of row headers. A scope says it for every one.
"""

import pikepdf
from pikepdf import Array, Dictionary, Name


def add_scopes(pdf: pikepdf.Pdf) -> None:
    """Say of each header cell what it heads: a column if it is in the table's head, else a row."""
    root = pdf.Root.get(Name.StructTreeRoot)
    waiting = [(root, Name.Row)] if root is not None else []
    while waiting:
        element, scope = waiting.pop()
        kind = element.get(Name.S)
        if kind == Name.THead:
            scope = Name.Column
        elif kind in (Name.TBody, Name.Table):
            scope = Name.Row
        elif kind == Name.TH:
            element.A.Scope = scope
        kids = element.get(Name.K)
        if isinstance(kids, Array):
            waiting += [(kid, scope) for kid in kids if isinstance(kid, Dictionary)]
