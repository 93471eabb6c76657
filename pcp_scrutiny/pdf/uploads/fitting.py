"""Every page upright on A4, with the bands free in which numbers and heads are stamped."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from . import ink
from .boxes import visible
from .guarding import guard
from .objects import dictionary, entries, items, number, numbers, several
from .opening import blamed, open_checked, saved
from .placing import Matrix, place_all, upright

Key = tuple[int, int]
_IN_PAGES = 2
"""Parts of a destination before its left and top: the page, and /XYZ."""


def fit(data: bytes, *, first_band: float = 0.0) -> bytes:
    """The pages of a cleaned file (``cleaning.clean``) on A4, portrait or landscape.

    ``first_band`` is how many millimetres of the first page's top, below the margin, are taken by
    headings. Content is scaled and moved in place, so that its marks stay those of the structure;
    links, destinations and the boxes of figures move with it. The same arguments give the same
    bytes. Raises Unusable.
    """
    with blamed(), open_checked(data) as pdf:
        _Fitting(pdf).run(data, first_band)
        return saved(pdf)


class _Fitting:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._streams: dict[bytes, Stream] = {}
        self._moved: dict[Key, Matrix] = {}

    def run(self, data: bytes, first_band: float) -> None:
        boxes = [visible(page.obj) for page in self._pdf.pages]
        drawn = zip([box.size for box in boxes], ink.measured(data, boxes), strict=True)
        places = place_all(list(drawn), first_band=first_band)
        for page, box, found in zip(self._pdf.pages, boxes, places, strict=True):
            matrix = upright(box).then(found.scale, found.x, found.y)
            self._draw(page.obj, matrix, (box.left, box.bottom, box.width, box.height))
            page.obj.MediaBox = Array([0, 0, found.width, found.height])
            for key in ("/Rotate", "/UserUnit", "/CropBox"):
                if key in page.obj:
                    del page.obj[key]
            if not matrix.is_identity:
                self._moved[page.obj.objgen] = matrix
                _move_patterns(self._pdf, page.obj, matrix)
        if self._moved:
            self._move_links()
            self._move_bookmarks()
            self._move_boxes()

    def _draw(self, page: Any, matrix: Matrix, clip: tuple[float, ...]) -> None:
        before, after = guard(page)
        if not matrix.is_identity:
            values = " ".join(_written(value) for value in matrix.values())
            edges = " ".join(_written(value) for value in clip)
            before = f"q {values} cm {edges} re W n\n".encode() + before
            after += b"Q\n"
        content = [each for each in several(page.get("/Contents")) if isinstance(each, Stream)]
        page.Contents = Array([self._stream(before), *content, self._stream(after)])

    def _stream(self, data: bytes) -> Stream:
        """Most pages begin and end alike, and share the instructions for it."""
        if data not in self._streams:
            self._streams[data] = self._pdf.make_stream(data)
        return self._streams[data]

    def _move_links(self) -> None:
        for page in self._pdf.pages:
            matrix = self._moved.get(page.obj.objgen)
            for link in items(page.obj.get("/Annots")):
                if matrix is not None:
                    _move_area(link, matrix)
                self._move_destination(link)

    def _move_bookmarks(self) -> None:
        waiting = [self._pdf.Root.get("/Outlines")]
        while waiting:
            node = dictionary(waiting.pop())
            if node is not None:
                self._move_destination(node)
                waiting += [node.get("/Next"), node.get("/First")]

    def _move_destination(self, owner: Any) -> None:
        parts = items(owner.get("/Dest"))
        page = dictionary(parts[0]) if len(parts) > _IN_PAGES + 1 else None
        matrix = self._moved.get(page.objgen) if page is not None else None
        if matrix is None:
            return
        left, top = number(parts[2]), number(parts[3])
        for place_in, value in zip((2, 3), _partly(matrix, left, top), strict=True):
            owner.Dest[place_in] = value

    def _move_boxes(self) -> None:
        """The boxes of figures and tables in the structure."""
        root = dictionary(self._pdf.Root.get("/StructTreeRoot"))
        waiting = several(root.get("/K")) if root is not None else []
        seen = pikepdf.ObjectSet()
        while waiting:
            element = waiting.pop()
            if not isinstance(element, Dictionary) or "/S" not in element:
                continue
            for attributes in several(element.get("/A")):
                box = numbers(attributes.get("/BBox"), 4)
                matrix = self._moved.get(_page_of(element)) if box is not None else None
                if matrix is not None and seen.add(attributes):
                    attributes.BBox = Array(_bounds(matrix, box))
            waiting += several(element.get("/K"))


def _page_of(element: Any) -> Key:
    """The page that an element begins on: its own, or that of the first below it that has one."""
    while isinstance(element, Dictionary):
        if (page := dictionary(element.get("/Pg"))) is not None:
            return page.objgen
        element = next(iter(several(element.get("/K"))), None)
    return (0, 0)


def _move_area(link: Any, matrix: Matrix) -> None:
    if (rectangle := numbers(link.get("/Rect"), 4)) is not None:
        link.Rect = Array(_bounds(matrix, rectangle))
    corners = [number(each) or 0.0 for each in items(link.get("/QuadPoints"))]
    if corners:
        points = zip(corners[::2], corners[1::2], strict=False)
        link.QuadPoints = Array(
            [round(value, 3) for x, y in points for value in matrix.point(x, y)]
        )


def _move_patterns(pdf: pikepdf.Pdf, page: Any, matrix: Matrix) -> None:
    """Patterns lie on the sheet and not on what is drawn (ISO 32000-1, 8.7.3.1), so each page has
    its own, moved with it."""
    resources = dictionary(page.get("/Resources"))
    patterns = dictionary(resources.get("/Pattern")) if resources is not None else None
    if not patterns:
        return
    own = Dictionary()
    for key, pattern in entries(patterns):
        if (given := dictionary(pattern)) is None:
            continue
        a, b, c, d, e, f = numbers(given.get("/Matrix"), 6) or Matrix().values()
        copied = pdf.make_indirect(_copied(pdf, given))
        # First the pattern's own matrix, then the page's.
        x, y = matrix.point(e, f)
        copied.Matrix = Array(
            [
                round(value, 6)
                for value in (
                    matrix.a * a + matrix.c * b,
                    matrix.b * a + matrix.d * b,
                    matrix.a * c + matrix.c * d,
                    matrix.b * c + matrix.d * d,
                    x,
                    y,
                )
            ]
        )
        own[key] = copied
    page.Resources = Dictionary(resources)
    page.Resources.Pattern = own


def _copied(pdf: pikepdf.Pdf, given: Any) -> Any:
    if isinstance(given, Dictionary):
        return Dictionary(given)
    copied = pdf.make_stream(given.read_raw_bytes())
    for key, value in entries(given):
        if key != Name.Length:
            copied[key] = value
    return copied


def _partly(
    matrix: Matrix, left: float | None, top: float | None
) -> tuple[float | None, float | None]:
    """Where a place goes of which a coordinate may be left open."""
    x, y = matrix.point(left or 0.0, top or 0.0)
    across = top if matrix.a == 0 else left
    up = left if matrix.d == 0 else top
    return (None if across is None else round(x, 2)), (None if up is None else round(y, 2))


def _bounds(matrix: Matrix, box: list[float]) -> list[float]:
    points = [matrix.point(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across, up = [x for x, _ in points], [y for _, y in points]
    return [round(value, 3) for value in (min(across), min(up), max(across), max(up))]


def _written(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
