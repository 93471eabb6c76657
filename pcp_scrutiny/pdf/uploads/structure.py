"""The structure of a tagged file: its elements as far as they are known, and their places.

Elements stay where they are; the ways from the pages back to them are made anew from the elements
themselves, so that they fit even where the file's own do not. Elements of which nothing is left
go, with the words that stood for what was taken out.
"""

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from . import limits, roles
from .attributes import Attributes
from .objects import dictionary, name, several, whole

Key = tuple[int, int]
_WORDS = ("/ID", "/T", "/Lang", "/Alt", "/ActualText", "/E")
_KNOWN = {"/S", "/P", "/K", "/Pg", "/A", "/C", *_WORDS}


class Structure:
    """The structure of one file, reduced in place.

    ``lost`` is the marked content that was taken out, ``fields`` what form fields became, ``links``
    those that stayed, ``is_form`` whether an object is a form that is drawn.
    """

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        *,
        lost: set[tuple[Key, int]],
        fields: dict[Key, tuple[Key, int]],
        links: set[Key],
        is_form: Callable[[Key], bool],
    ) -> None:
        self._pdf = pdf
        self._pages = {page.obj.objgen: page.obj for page in pdf.pages}
        self._lost, self._fields, self._links = lost, dict(fields), links
        self._is_form = is_form
        self._marked: dict[Key, dict[int, Any]] = {}
        self._owners: dict[Key, Any] = {}
        self._linked: dict[Key, Any] = {}
        self._ids: dict[bytes, Any] = {}
        self._roles: set[str] = set()
        self._emptied: list[Any] = []
        self._seen = pikepdf.ObjectSet()

    def reduced(self) -> Any:
        """The root of the structure, or None where nothing in it leads to any content."""
        given = dictionary(self._pdf.Root.get("/StructTreeRoot"))
        if given is None:
            return None
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._attributes = Attributes(given.get("/ClassMap"))
        self._walk(root, several(given.get("/K")))
        self._print_fields(root)
        for element in self._emptied:
            self._prune(element)
        if not self._marked or not several(root.get("/K")):
            return None
        root.ParentTree = self._parent_tree()
        root.ParentTreeNextKey = len(root.ParentTree.Nums) // 2
        root.RoleMap = roles.mapped(given.get("/RoleMap"), self._roles)
        if self._ids:
            names = [part for key in sorted(self._ids) for part in (String(key), self._ids[key])]
            root.IDTree = Dictionary(Names=Array(names))
        return root

    def _walk(self, root: Any, kids: list[Any]) -> None:
        root.K = Array(self._kids(kids, root, None, waiting := [], 0)[0])
        while waiting:
            element, page, depth = waiting.pop()
            given = several(element.get("/K"))
            kept, is_linked = self._kids(given, element, page, waiting, depth)
            if len(kept) == 1:
                element.K = kept[0]
            elif kept:
                element.K = Array(kept)
            elif "/K" in element:
                del element["/K"]
            if given and not kept:
                self._emptied.append(element)
            self._name(element, is_linked=is_linked)

    def _name(self, element: Any, *, is_linked: bool) -> None:
        role = name(element.get("/S")) or "/NonStruct"
        if role == "/Link" and not is_linked:
            role = "/Span"  # its words stay, but it leads nowhere any more
        if role != element.get("/S"):
            element.S = Name(role)
        self._roles.add(role)

    def _kids(
        self, given: list[Any], parent: Any, page: Key | None, waiting: list[Any], depth: int
    ) -> tuple[list[Any], bool]:
        """What stays of the kids of an element, and whether a link is among them."""
        kept: list[Any] = []
        is_linked = False
        for kid in given:
            if isinstance(kid, int):
                if self._marks(page, kid, parent):
                    kept.append(kid)
            elif isinstance(kid, Dictionary):
                kind = name(kid.get("/Type"))
                if kind == "/MCR":
                    found = self._reference(kid, page, parent)
                elif kind == "/OBJR":
                    found = self._object(kid, page, parent)
                    is_linked |= isinstance(found, Dictionary)
                else:
                    found = self._element(kid, parent, page, waiting, depth)
                if found is not None:
                    kept.append(found)
        return kept, is_linked

    def _element(
        self, given: Any, parent: Any, page: Key | None, waiting: list[Any], depth: int
    ) -> Any:
        element = given if given.is_indirect else self._pdf.make_indirect(given)
        if depth > limits.MAX_DEPTH or not self._seen.add(element):
            return None
        keys = element.keys()
        for key in keys:
            if key not in _KNOWN or (key in _WORDS and not isinstance(element[key], String)):
                del element[key]
        element.P = parent
        own = bytes(element.ID) if "/ID" in keys and "/ID" in element else b""
        if own and self._ids.setdefault(own, element) is not element:
            del element["/ID"]
        if "/A" in keys or "/C" in keys:
            self._attributes.reduce(element)
        if "/Pg" in keys:
            page = self._page(element, page)
            if page is not None:
                element.Pg = self._pages[page]
            else:
                del element["/Pg"]
        waiting.append((element, page, depth + 1))
        return element

    def _page(self, owner: Any, otherwise: Key | None) -> Key | None:
        found = dictionary(owner.get("/Pg"))
        if found is None:
            return otherwise
        return found.objgen if found.objgen in self._pages else None

    def _marks(self, owner: Key | None, mark: int, element: Any) -> bool:
        """Whether a piece of marked content stays that of an element."""
        if owner is None or not 0 <= mark < limits.MAX_MARKS or (owner, mark) in self._lost:
            return False
        return self._marked.setdefault(owner, {}).setdefault(mark, element) is element

    def _reference(self, given: Any, page: Key | None, element: Any) -> Any:
        page, mark = self._page(given, page), whole(given.get("/MCID"))
        if page is None or mark is None:
            return None
        kept = Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=mark)
        form = given.get("/Stm")
        if isinstance(form, Stream) and self._is_form(form.objgen):
            if not self._marks(form.objgen, mark, element):
                return None
            self._owners[form.objgen] = form
            kept.Stm = form
            return kept
        return kept if form is None and self._marks(page, mark, element) else None

    def _object(self, given: Any, page: Key | None, element: Any) -> Any:
        """A link that stayed, or the marked content that a form field became."""
        target = dictionary(given.get("/Obj"))
        key = target.objgen if target is not None else None
        if key in self._fields:
            owner, mark = self._fields.pop(key)
            self._marks(owner, mark, element)
            if owner == page:
                return mark
            return self._reference(Dictionary(Pg=self._pages[owner], MCID=mark), None, element)
        page = self._page(given, page)
        if key not in self._links or key in self._linked or page is None:
            return None
        self._linked[key] = element
        return Dictionary(Type=Name.OBJR, Pg=self._pages[page], Obj=target)

    def _print_fields(self, root: Any) -> None:
        """Form fields that no element had: each gets one of its own, at the end."""
        tops = several(root.get("/K"))
        above = tops[0] if len(tops) == 1 else root
        for owner, mark in self._fields.values():
            element = self._pdf.make_indirect(
                Dictionary(S=Name.Form, P=above, Pg=self._pages[owner], K=mark)
            )
            self._marks(owner, mark, element)
            above.K = Array([*several(above.get("/K")), element])

    def _prune(self, element: Any) -> None:
        """Take an element that became empty out of the one above, and that too if it now is."""
        while element.get("/S") is not None and not several(element.get("/K")):
            above = element.P
            left = [
                kid
                for kid in several(above.get("/K"))
                if not isinstance(kid, Dictionary) or kid.objgen != element.objgen
            ]
            above.K = Array(left)
            if "/ID" in element:
                self._ids.pop(bytes(element.ID), None)
            element = above

    def _parent_tree(self) -> Dictionary:
        """From marked content and links back to their elements, in the order of the pages."""
        numbers = Array([])
        owners = [(key, page) for key, page in self._pages.items() if key in self._marked]
        for place, (key, owner) in enumerate([*owners, *sorted(self._owners.items(), key=_first)]):
            marks = self._marked[key]
            row = Array([marks.get(mark) for mark in range(max(marks) + 1)])
            numbers.append(place)
            numbers.append(self._pdf.make_indirect(row))
            owner.StructParents = place
        for page in self._pages.values():
            for link in several(page.get("/Annots")):
                if link.objgen in self._linked:
                    place = len(numbers) // 2
                    numbers.append(place)
                    numbers.append(self._linked[link.objgen])
                    link.StructParent = place
        return Dictionary(Nums=numbers)


def _first(pair: tuple[Key, Any]) -> Key:
    return pair[0]
