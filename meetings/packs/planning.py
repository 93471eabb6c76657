"""The plan of a pack: its parts, as the record now stands; nothing is rendered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from ..models import Meeting, Pack
from . import contents, parts, supplements
from .entries import PackContent
from .fronts import Front
from .parts import PaperPart
from .refusals import Failed
from .single import named
from .sources import hashed
from .supplements import Supplement


@dataclass(frozen=True, slots=True)
class Side:
    """A pack for one audience: its front and its papers."""

    front: Front
    parts: tuple[PaperPart, ...]

    @property
    def content(self) -> PackContent:
        """What it says of the meeting, the items and the papers."""
        return self.front.content

    @property
    def digest(self) -> str:
        """SHA-256 of all that it says."""
        said = [(part.name, part.digest, part.entry.head, part.is_first) for part in self.parts]
        return hashed(self.front.html({}), said, [part.item.heading for part in self.parts])


@dataclass(frozen=True, slots=True)
class Plan:
    """A pack before it is made. ``full`` is the full pack of the same record: a public pack takes
    its numbers from it, and nothing else."""

    meeting: Meeting
    audience: str
    side: Side
    full: Side
    supplement: Supplement | None = None

    @property
    def is_public(self) -> bool:
        """Whether it is for the public."""
        return self.audience == Pack.Audience.PUBLIC

    @property
    def parts(self) -> tuple[PaperPart, ...]:
        """The papers that it prints."""
        return self.side.parts

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal: the same as long as the record says the same."""
        return hashed(self.audience, self.side.digest, self.full.digest)

    @property
    def after(self) -> int:
        """The number of the page before its first."""
        return self.supplement.after if self.supplement else 0

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        return f"{named(self.meeting)}. {self.side.front.called}"


def plan(
    meeting: Meeting, *, audience: str, supplement: int = 0, without: Collection[int] = ()
) -> Plan:
    """What a pack is made of as the record now stands; ``without`` are keys of papers that are
    listed as to follow. Raises Failed, which names all that keeps it from being made."""
    added = supplements.read(meeting, supplement, without=without) if supplement else None
    if added:
        added.check(audience)
    failures: list[dict[str, Any]] = []

    def side(*, is_public: bool, leading: Collection[str] | None = None) -> Side:
        content = contents.read(
            meeting,
            is_public=is_public,
            without=without,
            only=added.papers if added else None,
        )
        front = Front(content, _kind(supplement, is_public=is_public), added)
        return Side(front, tuple(parts.of_content(content, failures, leading=leading)))

    full = side(is_public=False)
    own = full
    if audience == Pack.Audience.PUBLIC:
        leading = [part.name for part in full.parts if part.is_first]
        own = side(is_public=True, leading=leading)
    planned = Plan(meeting, audience, own, full, added)
    if failures:
        raise Failed(_once(failures))
    return planned


def _kind(supplement: int, *, is_public: bool) -> str:
    kind = "Public pack" if is_public else "Full pack"
    return f"Supplement {supplement}, {kind.lower()}" if supplement else kind


def _once(failures: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each paper once: most that cannot be made can be made for nobody."""
    first: dict[Any, dict[str, Any]] = {}
    for one in failures:
        first.setdefault(one["paper"], one)
    return list(first.values())
