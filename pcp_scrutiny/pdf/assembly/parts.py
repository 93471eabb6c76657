"""What a pack is put together from, and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading drawn at the top of a part's first page, as content with its tag.

    It is no part of what was rendered, so that a part can be kept while its item is renumbered.
    """

    level: int  # 2 is H2
    text: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the pack's outline that leads to the first page of a part."""

    title: str
    level: int = 1  # 1 is the outermost


@dataclass(frozen=True, slots=True)
class Part:
    """One PDF of a pack, and how it stands in the pack."""

    name: str  # unique in the pack ("front", "paper-12"); what links between parts lead to
    content: bytes  # a PDF: from render_part, or an upload that was cleaned and fitted
    bookmark: str = ""  # without one, only its own headings are in the outline
    level: int = 1  # the depth of its bookmark; those of its headings go below it
    above: Sequence[Bookmark] = ()  # come before its own, leading to its first page, too
    headings: Sequence[Heading] = ()
    head: str = ""  # stands at the head of each page
    watermark: str = ""  # stands across each page
    numbers: Sequence[str] = ()  # stamped and labelled, one for each page: "43", "43-50", "50a"
    is_upload: bool = False  # made by others: its headings, links and bookmarks are not trusted


@dataclass(frozen=True, slots=True)
class Assembled:
    """A finished pack. ``untagged`` are the names of the parts that have pages without tags, in
    order; ``unclaimed`` those that do not claim to be PDF/UA-1."""

    content: bytes
    untagged: list[str] = field(default_factory=list)
    unclaimed: list[str] = field(default_factory=list)

    @property
    def claims_ua(self) -> bool:
        """Whether the pack claims PDF/UA-1: every part is tagged and claims it, too."""
        return not self.untagged and not self.unclaimed
