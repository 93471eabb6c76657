"""The whole of it: parts -> one PDF."""

import io
import re
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Name, Object

from pcp_scrutiny.pdf import heads
from pcp_scrutiny.pdf.uploads.objects import several, text

from . import copying, headings, links, metadata, trees
from .copying import Copied
from .frames import frame
from .outline import Outline
from .parts import Assembled, Part
from .places import Places
from .stamping import Stamp, Stamper, in_words
from .structure import Structure

VERSION = "1.7"  # that of PDF/UA-1
MARKED = re.compile(rb"/MCID\s+(\d+)")


def assemble(
    parts: Sequence[Part], *, title: str, author: str, language: str = "en-GB", foot: str = ""
) -> Assembled:
    """The parts, in their order, as one PDF; the same arguments give the same bytes.

    ``foot`` is stamped at the foot of every page with its number. Raises ValueError where a part
    has not one number for each page, or two parts have the same name.
    """
    if len({part.name for part in parts}) < len(parts):
        raise ValueError("Two parts have the same name")
    with pikepdf.new() as pack:
        assembly = _Assembly(pack, language, foot)
        for part in parts:
            assembly.add(part)
        return assembly.finish(parts, title=title, author=author)


class _Assembly:
    """A pack in the making."""

    def __init__(self, pack: pikepdf.Pdf, language: str, foot: str) -> None:
        self._pack, self._language, self._foot = pack, language, foot
        self._structure, self._outline = Structure(pack), Outline()
        self._stamper = Stamper(pack)
        self._pages: list[Object] = []
        self._places: dict[str, Places] = {}
        self._untagged: list[str] = []
        self._unclaimed: list[str] = []

    def add(self, part: Part) -> None:
        """Put a part at the end."""
        with pikepdf.open(io.BytesIO(part.content)) as pdf:
            if not len(pdf.pages) == len(part.numbers) > 0:
                raise ValueError(
                    f"{part.name} has {len(pdf.pages)} pages and {len(part.numbers)} numbers"
                )
            spoken = text(pdf.Root.get("/Lang"))
            is_tagged = trees.is_tagged(pdf)
            if not trees.is_tagged_wholly(pdf):
                self._untagged.append(part.name)
            if not trees.claims_ua(pdf):
                self._unclaimed.append(part.name)
            if is_tagged:
                self._structure.prepare(pdf, part)
            else:
                _forget_structure(pdf)
            copied = copying.copy(self._pack, pdf)
        if is_tagged and copied.tree is not None:
            other = spoken if spoken and spoken != self._language else None
            section = self._structure.add(copied.tree, other)
        else:
            section = self._structure.add_empty()
        self._draw(part, copied, section)
        self._places[part.name] = places = Places(copied)
        self._outline.add(part, copied, places)
        self._pages += copied.pages

    def finish(self, parts: Sequence[Part], *, title: str, author: str) -> Assembled:
        """Write the pack."""
        pack = self._pack
        pack.Root.Pages.Kids = Array(self._pages)
        pack.Root.Pages.Count = len(self._pages)
        for page in self._pages:
            page.Parent = pack.Root.Pages
        links.connect(self._pages, self._places, self._structure)
        links.name_parts(pack, self._places)
        self._structure.finish()
        self._outline.write(pack)
        metadata.label(pack, [number for part in parts for number in part.numbers])
        claims_ua = not self._untagged and not self._unclaimed
        metadata.describe(
            pack, title=title, author=author, language=self._language, claims_ua=claims_ua
        )
        finished = io.BytesIO()
        pack.save(
            finished,
            force_version=VERSION,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
        return Assembled(finished.getvalue(), self._untagged, self._unclaimed)

    def _draw(self, part: Part, copied: Copied, section: Object) -> None:
        """Its stamps, and its headings at the top of its first page."""
        drawn = None
        if part.headings:
            first = copied.pages[0]
            mark = self._first_free_mark(first)
            drawn = headings.draw(part.headings, frame(first), mark)
            self._structure.add_headings(section, first, list(part.headings), mark)
        for page, number in zip(copied.pages, part.numbers, strict=True):
            head = heads.taken(page, part.head, is_upload=part.is_upload)
            across = heads.taken_across(page, part.watermark, is_upload=part.is_upload)
            stamp = Stamp(in_words(number), self._foot, head, across)
            self._stamper.stamp(page, stamp, headings=drawn, is_over=part.is_upload)
            drawn = None

    def _first_free_mark(self, page: Object) -> int:
        content = b"\n".join(each.read_bytes() for each in several(page.get(Name.Contents)))
        marks = [int(mark) for mark in MARKED.findall(content)]
        known = len(self._structure.owners(page)) if Name.StructParents in page else 0
        return max([known - 1, *marks]) + 1


def _forget_structure(pdf: pikepdf.Pdf) -> None:
    """Pages of a part without tags refer to none."""
    for key in ("/StructTreeRoot",):
        if key in pdf.Root:
            del pdf.Root[key]
    for owner in pdf.objects:
        if isinstance(owner, (pikepdf.Dictionary, pikepdf.Stream)):
            for entry in ("/StructParents", "/StructParent"):
                if entry in owner:
                    del owner[entry]
