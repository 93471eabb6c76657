"""WeasyPrint's structure tree as nodes that can be moved about, and back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

from .origins import origin

Reference = bytes  # "12 0 R"


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content of a page."""

    page: Reference
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page: the object that refers to it, and its dictionary."""

    reference: Reference
    dictionary: Any


@dataclass(eq=False)
class Node:
    """A tag. ``role`` is without its stroke ("TH"), ``page`` where it begins."""

    element: Any
    role: str
    origin: Any
    page: Reference
    kids: "list[Node | Mark | Annotation]" = field(default_factory=list)

    @property
    def nodes(self) -> "list[Node]":
        """The tags right below."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> "Iterator[Node]":
        """This and all tags below, in their order."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def find(self, role: str) -> "list[Node]":
        """The tags of a role below."""
        return [node for node in self.walk() if node.role == role and node is not self]

    def marks(self) -> Iterator[Mark]:
        """The marked content in it."""
        for node in self.walk():
            yield from (kid for kid in node.kids if isinstance(kid, Mark))


class Tree:
    """The tree of a document that WeasyPrint has made and not yet written."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._by_reference = {each.reference: each for each in pdf.objects if each.number}
        self.struct_root = self._by_reference[pdf.catalog["StructTreeRoot"]]
        numbers = self._by_reference[self.struct_root["ParentTree"]]["Nums"]
        self._parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
        self.root = self._read(self._by_reference[self.struct_root["K"][0]])

    def add(self, role: str, above: Node) -> Node:
        """A new tag, not yet among the kids of any."""
        element = pydyf.Dictionary({"Type": "/StructElem"})
        self._pdf.add_object(element)
        return Node(element, role, above.origin, above.page)

    def object(self, reference: Reference) -> Any:
        """The object that a reference leads to."""
        return self._by_reference[reference]

    def write(self) -> None:
        """Put what the nodes say into the objects."""
        for owners in self._parents.values():
            if isinstance(owners, list):
                owners[:] = [b"null"] * len(owners)
        self._write(self.root, self.struct_root.reference)
        numbers = self._by_reference[self.struct_root["ParentTree"]]["Nums"]
        numbers[:] = [each for entry in sorted(self._parents.items()) for each in entry]

    def _read(self, element: Any) -> Node:
        node = Node(element, element["S"][1:], origin(element), element.get("Pg", b""))
        for kid in element["K"]:
            if isinstance(kid, int):
                node.kids.append(Mark(node.page, kid))
                continue
            below = self._by_reference[kid]
            if below["Type"] == "/OBJR":
                node.kids.append(Annotation(kid, self._by_reference[below["Obj"]]))
            else:
                node.kids.append(self._read(below))
        return node

    def _write(self, node: Node, parent: Reference) -> None:
        element = node.element
        first = next((kid.page for kid in node.kids if isinstance(kid, Mark)), node.page)
        element["S"], element["P"] = f"/{node.role}", parent
        if first:
            element["Pg"] = first
        element["K"] = pydyf.Array(self._kid(kid, node, first) for kid in node.kids)
        for kid in node.nodes:
            self._write(kid, element.reference)

    def _kid(self, kid: "Node | Mark | Annotation", node: Node, page: Reference) -> Any:
        owner = node.element.reference
        if isinstance(kid, Node):
            return kid.element.reference
        if isinstance(kid, Annotation):
            self._parents[kid.dictionary["StructParent"]] = owner
            return kid.reference
        key = self._by_reference[kid.page]["StructParents"]
        self._parents[key][kid.number] = owner
        if kid.page == page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": kid.page, "MCID": kid.number})
