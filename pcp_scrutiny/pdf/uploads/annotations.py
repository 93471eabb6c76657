"""What lies on the pages: links stay, what was filled in and drawn is printed, the rest goes."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from .appearances import drawing
from .checking import DRAWN
from .destinations import Destinations
from .guarding import guard
from .objects import dictionary, items, name, numbers, several, text, whole

_HIDDEN, _PRINT, _NO_VIEW = 1 << 1, 1 << 2, 1 << 5
_PRINTED = DRAWN | {"/Widget"}
_SCHEMES = ("http", "https", "mailto")
_LONGEST_ADDRESS = 2_000
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")
Key = tuple[int, int]


class Annotations:
    """The annotations of a file's pages, reduced page by page.

    ``marks`` says of each printed form field which marked content of its page it has become,
    ``links`` which links stayed, ``printed`` whether anything was drawn on a page.
    """

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        *,
        is_hidden: Callable[[Any], bool],
        keep: Callable[[Any, str], bool],
    ) -> None:
        self._pdf = pdf
        self._destinations = Destinations(pdf)
        self._is_hidden = is_hidden
        self._keep = keep
        self.marks: dict[Key, tuple[Key, int]] = {}
        self.links: set[Key] = set()
        self.printed = False

    def reduce(self, page: Any, *, is_tagged: bool) -> None:
        """Leave a page its links, print on it what is drawn or filled in, and take out the rest."""
        links, drawn = Array(), []
        for each in items(page.get("/Annots")):
            annotation = dictionary(each)
            if annotation is None or self._is_unseen(annotation):
                continue
            subtype = name(annotation.get("/Subtype"))
            if subtype == "/Link" and self._is_link(annotation):
                link = each if each.is_indirect else self._pdf.make_indirect(each)
                self.links.add(link.objgen)
                links.append(link)
            elif subtype in _PRINTED and (whole(annotation.get("/F")) or 0) & _PRINT:
                drawn.append(annotation)
        if links:
            page.Annots = links
        elif "/Annots" in page:
            del page["/Annots"]
        if drawn:
            self._print(page, drawn, is_tagged=is_tagged)

    def _is_unseen(self, annotation: Any) -> bool:
        flags = whole(annotation.get("/F")) or 0
        return bool(flags & (_HIDDEN | _NO_VIEW)) or self._is_hidden(annotation.get("/OC"))

    def _is_link(self, link: Any) -> bool:
        """Reduce a link to where it leads; False where it may lead nowhere."""
        rectangle = numbers(link.get("/Rect"), 4)
        place = self._destinations.of(link)
        address = _address(link)
        if rectangle is None or (place is None and not address):
            return False
        words = text(link.get("/Contents"))
        corners = items(link.get("/QuadPoints"))
        kept = Dictionary(Type=Name.Annot, Subtype=Name.Link, Border=Array([0, 0, 0]), F=_PRINT)
        kept.Rect = Array(rectangle)
        if corners and len(corners) % 8 == 0 and numbers(link.QuadPoints, len(corners)):
            kept.QuadPoints = link.QuadPoints
        if words:
            kept.Contents = String(words)
        if address:
            kept.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(address))
        else:
            kept.Dest = place.written(self._pdf)
        for key in list(link):
            del link[key]
        for key, value in kept.items():
            link[key] = value
        return True

    def _print(self, page: Any, drawn: list[Any], *, is_tagged: bool) -> None:
        """Draw annotations as their appearance streams show them, over the page's content."""
        resources = Dictionary(dictionary(page.get("/Resources")) or Dictionary())
        resources.XObject = Dictionary(dictionary(resources.get("/XObject")) or Dictionary())
        before, after = guard(page)
        content = [after]
        mark = _first_free_mark(page) if is_tagged else 0
        for annotation in drawn:
            form = _appearance(annotation)
            if form is None or not self._keep(form, "form"):
                continue
            form_name = f"/Drawn{len(resources.XObject)}"
            while form_name in resources.XObject:
                form_name += "x"
            instructions = drawing(annotation, form, form_name)
            if not instructions:
                continue
            begin = b""
            if is_tagged and _is_content(annotation):
                begin = b"/Form <</MCID %d>> BDC\n" % mark
                self.marks[annotation.objgen] = (page.objgen, mark)
                mark += 1
            elif is_tagged:
                begin = b"/Artifact BMC\n"
            resources.XObject[form_name] = form
            self.printed = True
            content.append(begin + instructions + (b"EMC\n" if begin else b""))
        page.Resources = resources
        streams = [each for each in several(page.get("/Contents")) if isinstance(each, Stream)]
        page.Contents = Array(
            [
                self._pdf.make_stream(before),
                *streams,
                self._pdf.make_stream(b"".join(content)),
            ]
        )


def _is_content(annotation: Any) -> bool:
    """Whether what it shows is to be read out: form fields are, other marks if they are tagged."""
    is_field = name(annotation.get("/Subtype")) == "/Widget"
    return annotation.is_indirect and (is_field or "/StructParent" in annotation)


def _appearance(annotation: Any) -> Any:
    """The stream that shows it as it stands, not as it would look when pressed."""
    found = dictionary(annotation.get("/AP"))
    normal = found.get("/N") if found is not None else None
    if isinstance(normal, Dictionary):
        state = name(annotation.get("/AS"))
        normal = normal.get(state) if state else None
    return normal if isinstance(normal, Stream) else None


def _address(link: Any) -> str:
    """The address that a link may lead to: of the web or a mailbox, and nothing else."""
    action = dictionary(link.get("/A"))
    if action is None or name(action.get("/S")) != "/URI":
        return ""
    address = text(action.get("/URI"))
    if len(address) > _LONGEST_ADDRESS or _UNSAFE.search(address) or not address.isascii():
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES:
        return ""
    return address if parts.netloc or parts.scheme.lower() == "mailto" else ""


def _first_free_mark(page: Any) -> int:
    used = [-1]
    properties = dictionary((dictionary(page.get("/Resources")) or {}).get("/Properties")) or {}
    for each in pikepdf.parse_content_stream(page, "BDC"):
        given = each.operands[-1]
        if isinstance(given, Name):
            given = properties.get(given)
        listed = dictionary(given)
        used.append((whole(listed.get("/MCID")) or 0) if listed is not None else -1)
    return max(used) + 1
