"""What is folded away between the changes of a comparison: one line, until it is opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..models import Paragraph, Revision


@dataclass(frozen=True)
class Folded:
    """A run of revisions that were not asked for; shown as one line until it is opened."""

    changes: Sequence[Any]  # of ``changes.Change``

    @property
    def words(self) -> str:
        """What they have in common, and which they are: "12 paragraphs unchanged: 40 to 51"."""
        number = len(self.changes)
        noun = "paragraph" if number == 1 else "paragraphs"
        kinds = {change.revision.kind for change in self.changes}
        if kinds == {Revision.Kind.UNCHANGED}:
            what = f"{number} {noun} unchanged"
        elif kinds == {Revision.Kind.RENUMBERED}:
            what = f"{number} {noun} word for word the same"
            return f"{what}: {_range(self._earlier)}, now {_range(self._later)}"
        elif kinds <= set(Revision.SAME_WORDS):
            what = f"{number} {noun} word for word the same"
        else:
            changed = sum(change.is_change for change in self.changes)
            what = f"{number} other {noun}, {changed} of them changed"
            what = f"{number} other {noun}" if number == changed else what
        names = _range([change.shown[0] for change in self.changes])
        return f"{what}: {names}"

    @property
    def _earlier(self) -> list[Paragraph]:
        return [change.earlier[0] for change in self.changes]

    @property
    def _later(self) -> list[Paragraph]:
        return [change.later[0] for change in self.changes]


def _range(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs in a few words: "40 to 51", or the heading of an unnumbered one."""
    first, last = (_short(paragraphs[at]) for at in (0, -1))
    return first if first == last else f"{first} to {last}"


def _short(paragraph: Paragraph) -> str:
    return paragraph.label or f"“{_clipped(_capital(paragraph.name))}”"


def _clipped(words: str, length: int = 40) -> str:
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
