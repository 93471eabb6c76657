"""A comparison set out to be read: the changes that were asked for, the rest folded away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from .comparison.words import Run, word_changes
from .models import Paragraph, Revision

COLOURS = {
    Revision.Kind.ADDED: "green",
    Revision.Kind.REMOVED: "red",
    Revision.Kind.REWORDED: "",
    Revision.Kind.MOVED: "purple",
    Revision.Kind.SPLIT: "teal",
    Revision.Kind.MERGED: "teal",
    Revision.Kind.RENUMBERED: "grey",
    Revision.Kind.UNCHANGED: "grey",
}


@dataclass(frozen=True)
class Change:
    """One revision with the paragraphs on either side and the words that differ."""

    revision: Revision
    earlier: Sequence[Paragraph]
    later: Sequence[Paragraph]
    runs: Sequence[Run]

    @property
    def kind(self) -> str:
        """What happened, in words."""
        return self.revision.get_kind_display()

    @property
    def colour(self) -> str:
        """Of the kind's tag."""
        return COLOURS[self.revision.kind]

    @property
    def anchor(self) -> str:
        """The fragment that finds it on the page of the comparison."""
        return f"r{self.revision.pk}"

    @property
    def before(self) -> str:
        """The earlier paragraphs by name."""
        return named(self.earlier)

    @property
    def after(self) -> str:
        """The later paragraphs by name."""
        return named(self.later)

    @property
    def title(self) -> str:
        """The paragraphs by name: "Paragraph 46 is now paragraph 47"."""
        one = not self.before or not self.after or self.before == self.after
        name = self.after or self.before if one else f"{self.before} is now {self.after}"
        return name[:1].upper() + name[1:]

    @property
    def where(self) -> str:
        """The headings it stands under, and stood under where they were others."""
        before, after = (_path(side) for side in (self.earlier, self.later))
        if before and after and before != after:
            return f"From “{before}” to “{after}”"
        # An unnumbered part is called by its heading already.
        return "" if (after or before).casefold() == self.title.casefold() else after or before

    @property
    def is_added(self) -> bool:
        """Whether it is new."""
        return not self.earlier

    @property
    def is_removed(self) -> bool:
        """Whether it is gone."""
        return not self.later

    @property
    def is_one_text(self) -> bool:
        """Whether there are no two texts to set side by side."""
        return self.is_added or self.is_removed or not self.revision.words_changed

    @property
    def shown(self) -> Sequence[Paragraph]:
        """The paragraphs as they now are, or were before they went."""
        return self.later or self.earlier


@dataclass(frozen=True)
class Folded:
    """A run of revisions that were not asked for; shown as one line until it is opened."""

    changes: Sequence[Change]

    @property
    def words(self) -> str:
        """What they have in common: "12 paragraphs unchanged"."""
        number = len(self.changes)
        noun = "paragraph" if number == 1 else "paragraphs"
        kinds = {change.revision.kind for change in self.changes}
        if kinds == {Revision.Kind.UNCHANGED}:
            return f"{number} {noun} unchanged"
        if kinds <= set(Revision.SAME_WORDS):
            return f"{number} {noun} word for word the same"
        return f"{number} other {noun}"


def set_out(revisions: Iterable[Revision], *, kinds: Iterable[str]) -> list[Change | Folded]:
    """The revisions in order: those of the ``kinds`` asked for, the runs between them folded.

    Each revision needs its ``earlier`` and ``later`` paragraphs fetched beforehand.
    """
    wanted = set(kinds)
    rows: list[Change | Folded] = []
    for shown, run in groupby(revisions, lambda revision: revision.kind in wanted):
        changes = [_change(revision, with_words=shown) for revision in run]
        rows.extend(changes if shown else [Folded(changes)])
    return rows


def named(paragraphs: Sequence[Any]) -> str:
    """Paragraphs by name: "paragraph 46", "paragraphs 46(e) and 47", "Foreword"."""
    labels = [paragraph.label for paragraph in paragraphs]
    if len(labels) > 1 and all(labels):
        return f"paragraphs {', '.join(labels[:-1])} and {labels[-1]}"
    return " and ".join(dict.fromkeys(paragraph.name for paragraph in paragraphs))


def _path(paragraphs: Sequence[Paragraph]) -> str:
    return " › ".join(paragraphs[0].heading) if paragraphs else ""


def _change(revision: Revision, *, with_words: bool) -> Change:
    earlier, later = list(revision.earlier.all()), list(revision.later.all())
    before = "\n\n".join(paragraph.text for paragraph in earlier)
    after = "\n\n".join(paragraph.text for paragraph in later)
    runs = word_changes(before, after) if with_words else []
    return Change(revision, earlier, later, runs)
