"""A PDF that was sent in, with nothing left in it but what printing and reading it out need."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from . import appearances, hidden, outline
from .annotations import Annotations
from .boxes import inherited, visible
from .checking import claims_ua, language
from .destinations import Destinations
from .lacks import Lacks
from .layers import Layers
from .objects import dictionary, several
from .opening import blamed, open_checked, saved
from .structure import Structure
from .whitelisting import Whitelist

_PAGE = {
    *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources"),
    *("/Contents", "/Annots", "/Group", "/StructParents"),
}
_CLAIM = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
><rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/
></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def clean(data: bytes) -> bytes:
    """The file made anew from what is known to be needed; the same bytes for the same file.

    What stays: pages with what they draw, links to the web, to mailboxes and within the file,
    bookmarks, tags, the language, and the claim to be PDF/UA-1 if nothing is known to be lacking
    from it. What was filled in or drawn on the
    pages becomes part of them. All else goes: scripts, actions, attachments, comments, hidden
    layers, forms, metadata, thumbnails, what is said about pictures, pictures that no page draws.

    What a crop box cuts off stays in the file, unseen; ``inspect`` notes it ("cropped"), and so it
    does with what was drawn over text to hide it ("marks").

    Raises Unusable.
    """
    with blamed(), open_checked(data) as pdf:
        _Cleaning(pdf).run()
        return saved(pdf)


class _Cleaning:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._whitelist = Whitelist(pdf)

    def run(self) -> None:
        pdf, old = self._pdf, self._pdf.Root
        is_accessible = claims_ua(pdf) and bool(language(pdf)) and not Lacks(pdf).codes()
        for page in pdf.pages:
            _make_explicit(page.obj)
        appearances.generate(pdf)
        layers = Layers(old)
        lost = hidden.take_out(pdf)
        bookmarks = outline.read(pdf, Destinations(pdf))
        annotations = Annotations(pdf, is_hidden=layers.is_hidden, keep=self._whitelist.keep)
        is_tagged = dictionary(old.get("/StructTreeRoot")) is not None
        for page in pdf.pages:
            annotations.reduce(page.obj, is_tagged=is_tagged)
            self._reduce(page.obj)
        structure = Structure(
            pdf,
            lost=lost,
            fields=annotations.marks,
            links=annotations.links,
            is_form=lambda key: self._whitelist.has(key, "form"),
        ).reduced()
        # What is drawn on pages afterwards, its maker did not have in mind.
        self._write(bookmarks, structure, claims=is_accessible and not annotations.printed)

    def _reduce(self, page: Any) -> None:
        for key in page.keys():  # noqa: SIM118 - it changes meanwhile
            if key not in _PAGE:
                del page[key]
        if "/StructParents" in page:
            del page["/StructParents"]  # the structure gives it its number
        if not self._whitelist.keep(page.get("/Resources"), "resources"):
            page.Resources = Dictionary()
        contents = [
            each for each in several(page.get("/Contents")) if self._whitelist.keep(each, "content")
        ]
        page.Contents = Array(contents)
        if "/Group" in page and not self._whitelist.keep(page.Group, "group"):
            del page["/Group"]

    def _write(self, bookmarks: list[outline.Bookmark], structure: Any, *, claims: bool) -> None:
        """Put what stays under a new root. What nothing there leads to is not written."""
        pdf = self._pdf
        pages = [page.obj for page in pdf.pages]
        tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(pages), Kids=Array(pages)))
        for page in pages:
            page.Parent = tree
        root = Dictionary(Type=Name.Catalog, Pages=tree)
        if spoken := language(pdf):
            root.Lang = String(spoken)
        if structure is not None:
            root.StructTreeRoot = structure
            root.MarkInfo = Dictionary(Marked=True)
        if structure is not None and claims:
            root.Metadata = pdf.make_stream(_CLAIM.encode(), Type=Name.Metadata, Subtype=Name.XML)
        if (written := outline.write(pdf, bookmarks)) is not None:
            root.Outlines = written
        for key in pdf.trailer.keys():  # noqa: SIM118 - it changes meanwhile
            if key != "/Root":
                del pdf.trailer[key]
        pdf.trailer.Size = 0  # is written only if it is there
        pdf.trailer.Root = pdf.make_indirect(root)


def _make_explicit(page: Any) -> None:
    """Give a page of its own what it has from those above it in the tree, and sensible boxes."""
    box = visible(page)
    for key in ("/Resources", "/MediaBox"):
        if (found := inherited(page, key)) is not None:
            page[key] = found
    if dictionary(page.get("/Resources")) is None:
        page.Resources = Dictionary()
    drawn = [each for each in several(page.get("/Contents")) if isinstance(each, Stream)]
    page.Contents = Array(drawn)
    page.MediaBox = Array([box.left, box.bottom, box.right, box.top])
    if "/CropBox" in page:
        del page["/CropBox"]
    page.Type, page.Rotate, page.UserUnit = Name.Page, box.turn, box.unit
