"""What the header cells of a table head (PDF/UA-1, 7.5)."""

import hashlib
from collections.abc import Sequence
from typing import Any

import pydyf

from .nodes import Node

COLUMN, ROW = "/Column", "/Row"
SCOPES = {"col": COLUMN, "colgroup": COLUMN, "row": ROW, "rowgroup": ROW}
FEWEST_CELLS = 6


def identify(root: Node, salt: str) -> list[tuple[str, Any]]:
    """Give header cells names that no other document has, and put these into the cells they are
    headers of. Returns the names with their cells, in order.

    The names that WeasyPrint gave are by page, and the pieces of a table are one by now.
    """
    start = hashlib.sha256(salt.encode()).hexdigest()[:10]
    given: dict[str, str] = {}
    of_origin: dict[int, str] = {}
    found = []
    for cell in root.find("TH"):
        name = of_origin.setdefault(id(cell.origin), f"{start}-{len(of_origin):05}")
        if old := cell.element.get("ID"):
            given[old.string] = name
        cell.element["ID"] = pydyf.String(name)
        found.append((name, cell))
    for cell in root.find("TD"):
        attributes = cell.element["A"]
        old_names = [old.string for old in attributes.pop("Headers", ())]
        headers = dict.fromkeys(given[old] for old in old_names if old in given)
        if headers:
            attributes["Headers"] = pydyf.Array(pydyf.String(name) for name in headers)
    return found


def say_scopes(node: Node, default: str = ROW) -> None:
    """Say of each header cell whether it heads a column or a row."""
    if node.role == "THead":
        default = COLUMN
    elif node.role in ("TBody", "TFoot", "Table"):
        default = ROW
    elif node.role == "TH":
        given = node.origin.get("scope", "") if node.origin is not None else ""
        node.element["A"]["Scope"] = SCOPES.get(given, default)
    for kid in node.nodes:
        say_scopes(kid, default)


def thin_headers(table: Node) -> None:
    """In a table with a head, a row that is nothing but a heading of those below is read in its
    turn, and heads none of their cells. Where there are more headers than data even so, rows do
    without headers: whoever hears the table would hear little else."""
    if not any(kid.role == "THead" for kid in table.nodes):
        return
    columns = [cell for cell in table.find("TH") if cell.element["A"]["Scope"] == COLUMN]
    rows = [row for body in table.nodes if body.role == "TBody" for row in body.nodes]
    for row in rows:
        if len(row.nodes) == 1 and "ColSpan" in row.nodes[0].element["A"]:
            _make_data(row, columns)
    headers, data = len(table.find("TH")), len(table.find("TD"))
    if headers > data and headers + data >= FEWEST_CELLS:
        for row in rows:
            _make_data(row, columns)


def _make_data(row: Node, columns: Sequence[Node]) -> None:
    place = 0
    for cell in row.nodes:
        attributes = cell.element["A"]
        if cell.role == "TH" and attributes["Scope"] == ROW:
            cell.role = "TD"
            del attributes["Scope"]
            cell.element.pop("ID", None)
            if place < len(columns) and "ID" in columns[place].element:
                attributes["Headers"] = pydyf.Array([columns[place].element["ID"]])
        place += attributes.get("ColSpan", 1)
