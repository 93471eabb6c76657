"""What elements of a structure may be called (ISO 32000-1, 14.8.4), and what others stand for."""

from collections.abc import Iterable
from typing import Any

from pikepdf import Dictionary, Name

from .objects import entries, name

_NAMES = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
)
STANDARD = {f"/{each}" for each in _NAMES.split()}
NEWER = {
    "/DocumentFragment": "/Sect",
    "/Aside": "/Div",
    "/Title": "/P",
    "/FENote": "/Note",
    "/Sub": "/Span",
    "/Em": "/Span",
    "/Strong": "/Span",
}
"""Names that PDF 2.0 brought (ISO 32000-2), as older readers know them."""
_MOST_STEPS = 20


def mapped(given: Any, used: Iterable[str]) -> Dictionary:
    """A role map for the names used: each that is not standard leads at once to one that is."""
    given_map = {key: name(value) for key, value in entries(given)}
    return Dictionary(
        {each: Name(_standard(each, given_map)) for each in sorted(used) if each not in STANDARD}
    )


def _standard(role: str, given: dict[str, str]) -> str:
    for _ in range(_MOST_STEPS):
        if role in STANDARD:
            return role
        role = given.get(role) or NEWER.get(role, "")
        if role.startswith("/H") and role[2:].isdecimal():
            return role if role in STANDARD else "/H6"
    return "/NonStruct"
