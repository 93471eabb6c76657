"""The tags of an upload, made to fit below the headings of the paper that it is."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pcp_scrutiny.pdf.uploads.objects import dictionary, name, several
from pcp_scrutiny.pdf.uploads.roles import NEWER, STANDARD

from . import trees

DOWN = 3  # levels: the pack's title is H1, an item H2, a paper H3
DEEPEST = 6
MOST_STEPS = 20
COLUMN, ROW = Name.Column, Name.Row


def adapt(pdf: pikepdf.Pdf) -> None:
    """Give each element its standard role, so that the roles of two uploads cannot differ; move
    headings down, none skipping a level; say of header cells what they head."""
    root = pdf.Root.StructTreeRoot
    roles = dictionary(root.get("/RoleMap")) or Dictionary()
    last = DOWN
    scopes: dict[tuple[int, int], Name] = {}
    for element, above in trees.elements(root):
        role = _standard(name(element.get("/S")), roles)
        if (level := _level(role)) is not None:
            last = min(level + DOWN, last + 1, DEEPEST)
            role = f"/H{last}"
        element.S = Name(role)
        if role in ("/Table", "/TBody", "/TFoot"):
            scopes[element.objgen] = ROW
        elif role == "/THead":
            scopes[element.objgen] = COLUMN
        else:
            scopes[element.objgen] = scopes.get(above.objgen, ROW)
        if role == "/TH":
            _say_scope(element, scopes[element.objgen])
        for key in ("/NS", "/C", "/R"):
            if key in element:
                del element[key]
    _describe_links(pdf)


def _standard(role: str, roles: Any) -> str:
    for _ in range(MOST_STEPS):
        if role in STANDARD:
            return role
        if role.startswith("/H") and role[2:].isdecimal():
            return f"/H{DEEPEST}"
        role = name(roles.get(role)) if role and role in roles else NEWER.get(role, "")
    return "/NonStruct"


def _level(role: str) -> int | None:
    """The level of a heading; one without a number counts as the first."""
    if role == "/H":
        return 1
    return int(role[2]) if len(role) == 3 and role[1] == "H" and role[2].isdecimal() else None


def _say_scope(cell: Any, scope: Name) -> None:
    given = several(cell.get("/A"))
    for attributes in given:
        if dictionary(attributes) is not None and name(attributes.get("/O")) == "/Table":
            if "/Scope" not in attributes:
                attributes.Scope = scope
            return
    cell.A = Array([*given, Dictionary(O=Name.Table, Scope=scope)])


def _describe_links(pdf: pikepdf.Pdf) -> None:
    """A link that has no description gets its address, or says that it leads into the paper."""
    for page in pdf.pages:
        for annotation in several(page.obj.get("/Annots")):
            if name(annotation.get("/Subtype")) == "/Link" and "/Contents" not in annotation:
                action = dictionary(annotation.get("/A"))
                address = action.get("/URI") if action is not None else None
                annotation.Contents = address if address is not None else String("In this paper")


def rename(root: Any, prefix: str) -> None:
    """Put the prefix before the names of elements, and of header cells where cells name them."""
    named = {}
    for element, _ in trees.elements(root):
        if isinstance(element.get("/ID"), String):
            element.ID = _prefixed(prefix, element.ID)
            named[bytes(element.ID)] = element
        for attributes in several(element.get("/A")):
            headers = dictionary(attributes) and attributes.get("/Headers")
            if isinstance(headers, Array):
                attributes.Headers = Array(
                    [_prefixed(prefix, each) for each in headers if isinstance(each, String)]
                )
    pairs = [each for key in sorted(named) for each in (String(key), named[key])]
    root.IDTree = Dictionary(Names=Array(pairs))


def _prefixed(prefix: str, name: Any) -> String:
    return String(prefix.encode() + b"-" + bytes(name))
