"""What the header cells of a table head (PDF/UA-1, 7.5)."""

import hashlib
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
    """Where a table with a head has more headers than data, its rows do without headers of their
    own: whoever hears it would hear little else."""
    headers, data = table.find("TH"), table.find("TD")
    has_head = any(kid.role == "THead" for kid in table.nodes)
    if not has_head or len(headers) <= len(data) or len(headers) + len(data) < FEWEST_CELLS:
        return
    columns = [cell for cell in headers if cell.element["A"].get("Scope") == COLUMN]
    for row in (row for body in table.nodes if body.role == "TBody" for row in body.nodes):
        place = 0
        for cell in row.nodes:
            if cell.role == "TH" and cell.element["A"].get("Scope") == ROW:
                cell.role = "TD"
                del cell.element["A"]["Scope"]
                if place < len(columns) and "ID" in columns[place].element:
                    name = columns[place].element["ID"]
                    cell.element["A"]["Headers"] = pydyf.Array([name])
                cell.element.pop("ID", None)
            place += cell.element["A"].get("ColSpan", 1)
