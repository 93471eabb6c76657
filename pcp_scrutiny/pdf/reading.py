"""Facts about a finished PDF, and what its tags say, as it is read out."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw

from .assembly import trees
from .uploads.objects import dictionary, items, name, several, text

Line = tuple[int, int]  # a page, and the height of a line on it
NOWHERE: Line = (-1, 0)
HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def count_pages(content: bytes) -> int:
    """How many pages it has."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it is tagged."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is tagged: the words of its cells by rows. ``headers`` are its header cells
    with their scopes."""

    rows: tuple[tuple[str, ...], ...]
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list as it is tagged: the words of its items, without their labels and what is in lists
    inside them."""

    items: tuple[str, ...]


Piece = Heading | Table | List


def pieces(content: bytes) -> list[Piece]:
    """Headings, tables and lists in the order in which they are read out."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        words = _Words(content, pdf)
        found: list[Piece] = []
        for element, _ in trees.elements(pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())):
            role = name(element.get("/S"))
            if role in HEADINGS:
                found.append(Heading(HEADINGS[role], words.of(element)))
            elif role == "/Table":
                found.append(_table(element, words))
            elif role == "/L":
                bodies = [words.of(body, but="/L") for item in _below(element, {"/LI"})
                          for body in _below(item, {"/LBody"})]  # fmt: skip
                found.append(List(tuple(bodies)))
        return found


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark with its depth (1 is the outermost) and the page that it leads to, from 0."""

    depth: int
    title: str
    page: int | None


def bookmarks(content: bytes) -> list[Bookmark]:
    """The bookmarks in their order."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        places = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
        found = []
        waiting = [(dictionary(pdf.Root.get("/Outlines", {}).get("/First")), 1)]
        while waiting:
            item, depth = waiting.pop()
            if item is None:
                continue
            page = dictionary(next(iter(items(item.get("/Dest"))), None))
            place = places.get(page.objgen) if page is not None else None
            found.append(Bookmark(depth, text(item.get("/Title")), place))
            waiting.append((dictionary(item.get("/Next")), depth))
            waiting.append((dictionary(item.get("/First")), depth + 1))
        return found


def faults(content: bytes) -> list[str]:
    """What in the structure does not fit together: marked content that no element owns, elements
    that own what is not there, names that two elements have, headers that no cell is."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        return [*_faults_of_marks(pdf, root), *_faults_of_names(root)]


def _faults_of_marks(pdf: pikepdf.Pdf, root: Any) -> Iterator[str]:
    parents = dict(trees.entries(root.ParentTree, "/Nums"))
    owned = _owned(root)
    for place, page in enumerate(pdf.pages):
        painted = _painted(page)
        owners = items(parents.get(page.obj.get("/StructParents", -1)))
        for mark in painted:
            owner = owners[mark] if mark < len(owners) else None
            if not isinstance(owner, pikepdf.Dictionary):
                yield f"page {place}: mark {mark} has no parent"
            elif owned.get((page.obj.objgen, mark)) != owner.objgen:
                yield f"page {place}: mark {mark} is not its parent's"
        for mark in {mark for at, mark in owned if at == page.obj.objgen} - set(painted):
            yield f"page {place}: mark {mark} is not painted"
        for annotation in items(page.obj.get("/Annots")):
            owner = parents.get(annotation.get("/StructParent", -1))
            kids = several(owner.get("/K")) if owner is not None else []
            objects = [kid.Obj.objgen for kid in kids
                       if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]  # fmt: skip
            if annotation.objgen not in objects:
                yield f"page {place}: a link has no element"


def _faults_of_names(root: Any) -> Iterator[str]:
    named: dict[bytes, Any] = {}
    headers: list[bytes] = []
    for element, above in trees.elements(root):
        if element.get("/P") is None or element.P.objgen != above.objgen:
            yield f"{name(element.S)} has another parent than the one it is in"
        if "/ID" in element:
            if bytes(element.ID) in named:
                yield f"two elements are called {element.ID}"
            named[bytes(element.ID)] = element.objgen
        for attributes in several(element.get("/A")):
            headers += [bytes(each) for each in items(attributes.get("/Headers"))]
    yield from (f"there is no header cell {each!r}" for each in set(headers) - set(named))
    tree = trees.entries(root.get("/IDTree"), "/Names")
    listed = {bytes(key): value.objgen for key, value in tree}
    if listed != named:
        yield "the tree of names is not that of the elements"


def _owned(root: Any) -> dict[tuple[tuple[int, int], int], tuple[int, int]]:
    """The element of each mark, by page and number."""
    found = {}
    for element, _ in trees.elements(root):
        for page, mark in _marks(element):
            found[page, mark] = element.objgen
    return found


def _marks(element: Any) -> Iterator[tuple[tuple[int, int], int]]:
    for kid in several(element.get("/K")):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif isinstance(kid, pikepdf.Dictionary) and name(kid.get("/Type")) == "/MCR":
            page = kid.get("/Pg", element.get("/Pg"))
            yield page.objgen, int(kid.MCID)


def _painted(page: pikepdf.Page) -> list[int]:
    return [
        int(each.operands[1].MCID)
        for each in pikepdf.parse_content_stream(page, "BDC")
        if isinstance(each.operands[1], pikepdf.Dictionary) and "/MCID" in each.operands[1]
    ]


def _table(element: Any, words: "_Words") -> Table:
    rows, headers = [], []
    for row in _below(element, {"/TR"}, through={"/THead", "/TBody", "/TFoot"}):
        cells = _below(row, {"/TH", "/TD"})
        rows.append(tuple(words.of(cell) for cell in cells))
        for cell in cells:
            if name(cell.S) == "/TH":
                scopes = [name(each.get("/Scope")) for each in several(cell.get("/A"))]
                headers.append((words.of(cell), next(filter(None, scopes), "")))
    return Table(tuple(rows), tuple(headers))


def _below(element: Any, roles: set[str], *, through: set[str] = frozenset()) -> list[Any]:  # type: ignore[assignment]
    found = []
    for kid in several(element.get("/K")):
        if isinstance(kid, pikepdf.Dictionary):
            role = name(kid.get("/S"))
            if role in roles:
                found.append(kid)
            elif role in through:
                found += _below(kid, roles, through=through)
    return found


class _Words:
    """The words of marked content, page by page."""

    def __init__(self, content: bytes, pdf: pikepdf.Pdf) -> None:
        self._opened = pypdfium2.PdfDocument(content)
        self._places = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
        self._read: dict[int, dict[int, list[tuple[Line, str]]]] = {}

    def of(self, element: Any, *, but: str = "") -> str:
        """What is read out for an element and those below it, but for those of a role. A new
        line begins a new word."""
        said, line = "", None
        for at, words in self._runs(element, but):
            said += words if at == line else f" {words}"
            line = at
        return " ".join(said.split())

    def _runs(self, element: Any, but: str) -> Iterator[tuple[Line, str]]:
        if instead := text(element.get("/ActualText")):
            yield NOWHERE, instead
            return
        for kid in several(element.get("/K")):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                if name(kid.S) != but:
                    yield from self._runs(kid, but)
            elif isinstance(kid, int):
                yield from self._on(element.Pg).get(kid, ())
            elif isinstance(kid, pikepdf.Dictionary) and name(kid.get("/Type")) == "/MCR":
                yield from self._on(kid.get("/Pg", element.get("/Pg"))).get(int(kid.MCID), ())

    def _on(self, owner: Any) -> dict[int, list[tuple[Line, str]]]:
        """The words of a page by their marks, each with the line that it is on."""
        place = self._places[owner.objgen]
        if place not in self._read:
            page = self._opened[place]
            text_page = page.get_textpage()
            found: dict[int, list[tuple[Line, str]]] = defaultdict(list)
            for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                mark = pypdfium2.raw.FPDFPageObj_GetMarkedContentID(each)
                line = place, round(each.get_matrix().f)
                found[mark].append((line, _text_of(each, text_page)))
            self._read[place] = found
        return self._read[place]


def _text_of(each: Any, text_page: Any) -> str:
    raw = pypdfium2.raw
    size = raw.FPDFTextObj_GetText(each, text_page, None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFTextObj_GetText(each, text_page, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
