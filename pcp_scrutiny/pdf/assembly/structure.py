"""The structure trees of parts as one (ISO 32000-1, 14.7): Document, and a Sect for each part."""

from bisect import bisect_right
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from pcp_scrutiny.pdf.uploads.objects import items, name, several

from . import foreign, trees, typeface
from .parts import Heading, Part


class Structure:
    """The structure of a pack in the making."""

    def __init__(self, pack: pikepdf.Pdf) -> None:
        self._pack = pack
        self._root = pack.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pack.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root)
        )
        self._sections: list[Object] = []
        self._parents: list[Object] = []  # leaves of the parent tree, one for each part
        self._first_keys: list[int] = []  # of the leaves
        self._next = 0
        self._ids: dict[bytes, Object] = {}

    def prepare(self, pdf: pikepdf.Pdf, part: Part) -> None:
        """Make the tags of a part fit into the pack, before it is copied: its keys go on where
        those before it ended, and its names are none that the pack already has."""
        root = pdf.Root.StructTreeRoot
        if part.is_upload:
            foreign.adapt(pdf)
            foreign.rename(root, part.name)
        elif any(key in self._ids for key, _ in _identified(root)):
            foreign.rename(root, part.name)
        new = {
            int(key): place
            for place, (key, _) in enumerate(
                trees.entries(root.get("/ParentTree"), "/Nums"), start=self._next
            )
        }
        for owner in _owners(pdf, is_upload=part.is_upload):
            for entry in (Name.StructParents, Name.StructParent):
                if (old := owner.get(entry)) is not None:
                    if int(old) in new:
                        owner[entry] = new[int(old)]
                    else:
                        del owner[entry]

    def add(self, tree: Object, language: str | None) -> Object:
        """Put the tree of a part, which was copied into the pack, at the end; its section."""
        tops = several(tree.get("/K"))
        if len(tops) == 1 and name(tops[0].get("/S")) in ("/Document", "/Part", "/Sect"):
            section = tops[0]
            if not isinstance(section.get("/K"), Array):
                section.K = Array(several(section.get("/K")))
        else:
            section = self._section(tops)
        section.S, section.P = Name.Sect, self._document
        if language:
            section.Lang = String(language)
        self._sections.append(section)
        self._add_parents([value for _, value in trees.entries(tree.get("/ParentTree"), "/Nums")])
        self._ids.update(_identified(tree))
        return section

    def add_empty(self) -> Object:
        """A section for a part that has no tags, for what is drawn on it."""
        section = self._section([])
        self._sections.append(section)
        return section

    def add_headings(
        self, section: Object, page: Object, headings: list[Heading], first: int
    ) -> None:
        """Put headings, drawn on ``page`` under marks from ``first``, before all else."""
        drawn = [
            self._pack.make_indirect(
                Dictionary(
                    Type=Name.StructElem,
                    S=Name(f"/H{heading.level}"),
                    P=section,
                    Pg=page,
                    K=mark,
                )
            )
            for mark, heading in enumerate(headings, start=first)
        ]
        for element, heading in zip(drawn, headings, strict=True):
            if not typeface.can_set(heading.text, bold=True):
                element.ActualText = String(heading.text)
        section.K = Array([*drawn, *section.K])
        if Name.StructParents not in page:
            page.StructParents = self._next
            self._add_parents([Array([])])
        owners = self.owners(page)
        owners.extend([None] * (first - len(owners)))
        owners.extend(drawn)

    def owners(self, page: Object) -> Any:
        """The elements that own the marked content of a page, in the order of the marks."""
        leaf, place = self._place(int(page.StructParents))
        return leaf.Nums[place]

    def forget_link(self, annotation: Object) -> None:
        """Take a link's annotation out; the words of the link stay."""
        key = annotation.get("/StructParent")
        if key is None:
            return
        leaf, place = self._place(int(key))
        element = leaf.Nums[place]
        element.K = Array(kid for kid in several(element.get("/K")) if not _refers(kid, annotation))
        if not any(_is_reference(kid) for kid in element.K):
            element.S = Name.Span
        del leaf.Nums[place - 1 : place + 1]
        leaf.Limits = Array([leaf.Nums[0], leaf.Nums[-2]])

    def _place(self, key: int) -> tuple[Object, int]:
        """The leaf of the parent tree in which a key is, and the place of its value there."""
        leaf = self._parents[bisect_right(self._first_keys, key) - 1]
        keys = [int(each) for each in list(leaf.Nums)[::2]]
        return leaf, 2 * keys.index(key) + 1

    def finish(self) -> None:
        """Write what was gathered."""
        self._document.K = Array(self._sections)
        self._root.K = Array([self._document])
        self._root.ParentTree = self._pack.make_indirect(Dictionary(Kids=Array(self._parents)))
        self._root.ParentTreeNextKey = self._next
        if self._ids:
            pairs = [each for key in sorted(self._ids) for each in (String(key), self._ids[key])]
            self._root.IDTree = self._pack.make_indirect(Dictionary(Names=Array(pairs)))
        self._pack.Root.StructTreeRoot = self._root

    def _section(self, kids: list[Object]) -> Object:
        section = self._pack.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Sect, P=self._document, K=Array(kids))
        )
        for kid in kids:
            kid.P = section
            if name(kid.get("/S")) == "/Document":
                kid.S = Name.Sect
        return section

    def _add_parents(self, owners: list[Object]) -> None:
        if owners:
            first = self._next
            self._next += len(owners)
            numbers = [
                each for key, owner in enumerate(owners, start=first) for each in (key, owner)
            ]
            leaf = Dictionary(Limits=Array([first, self._next - 1]), Nums=Array(numbers))
            self._parents.append(self._pack.make_indirect(leaf))
            self._first_keys.append(first)


def _identified(root: Any) -> list[tuple[bytes, Object]]:
    """The names of elements with these."""
    return [(bytes(key), element) for key, element in trees.entries(root.get("/IDTree"), "/Names")]


def _owners(pdf: pikepdf.Pdf, *, is_upload: bool) -> list[Object]:
    """Everything that may have a key of the parent tree. In what we printed ourselves these are
    pages and their annotations."""
    if is_upload:
        return [each for each in pdf.objects if isinstance(each, (Dictionary, Stream))]
    pages = [page.obj for page in pdf.pages]
    return pages + [annotation for page in pages for annotation in items(page.get("/Annots"))]


def _is_reference(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and name(kid.get("/Type")) == "/OBJR"


def _refers(kid: Any, annotation: Object) -> bool:
    return _is_reference(kid) and kid.Obj.objgen == annotation.objgen
