"""Links from one part of a pack to another.

In the HTML of a part they lead to an address that cannot be: the name of a part, and perhaps the
id of an element in it. Where the part is not in the pack the link goes, and its words stay.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from pcp_scrutiny.pdf.uploads.objects import dictionary, items, text

from .places import Places
from .structure import Structure

HOST = "pack.invalid"  # reserved (RFC 2606): it leads nowhere
START = f"https://{HOST}/"
PRINT = 4  # the flag of an annotation that is there on paper, too


def connect(pages: Sequence[Object], places: Mapping[str, Places], structure: Structure) -> None:
    """Let the links on the pages lead to the parts that they name."""
    for page in pages:
        annotations = items(page.get("/Annots"))
        if not annotations:
            continue
        page.Tabs = Name.S
        kept = [each for each in annotations if _connect(each, places, structure)]
        if not kept:
            del page["/Annots"]
        elif len(kept) < len(annotations):
            page.Annots = Array(kept)


def _connect(annotation: Object, places: Mapping[str, Places], structure: Structure) -> bool:
    """Whether the annotation stays."""
    action = dictionary(annotation.get("/A"))
    address = text(action.get("/URI")) if action is not None else ""
    if not address.startswith(START):
        return True
    place = _place(address, places)
    if place is None:
        structure.forget_link(annotation)
        return False
    del annotation["/A"]
    annotation.Dest = place
    annotation.F = PRINT
    return True


def _place(address: str, places: Mapping[str, Places]) -> Array | None:
    parts = urlsplit(address)
    part = places.get(unquote(parts.path.lstrip("/")))
    if part is None:
        return None
    return (part.named(unquote(parts.fragment)) if parts.fragment else None) or part.first


def name_parts(pack: pikepdf.Pdf, places: Mapping[str, Places]) -> None:
    """Give each part's first page the part's name, so that addresses can lead to it."""
    named: list[Any] = []
    for name in sorted(places, key=lambda each: each.encode()):
        named += [String(name), places[name].first]
    pack.Root.Names = Dictionary(Dests=Dictionary(Names=Array(named)))
