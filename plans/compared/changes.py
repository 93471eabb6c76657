"""What became of some paragraphs, as people read it: their names, and the words that differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..comparison.words import Run, word_changes
from ..margin import Note
from ..models import BrokenLink, Paragraph, Revision
from .addresses import address
from .pieces import Piece, cut

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


@dataclass(frozen=True, eq=False)
class Change:
    """One revision with the paragraphs on either side.

    ``notes`` say what explains it. ``came_from`` and ``went_to`` are the names of the paragraphs
    that it followed and follows: None at the beginning of the plan, and "" where that is not
    known. ``broken`` are the officers' words that it is not what some other paragraph was or is;
    ``notice`` is what has just been decided about it. ``headings_said`` is how many of the
    outermost headings the page says above it.
    """

    revision: Revision
    earlier: Sequence[Paragraph]
    later: Sequence[Paragraph]
    notes: Sequence[Note] = ()
    came_from: str | None = ""
    went_to: str | None = ""
    broken: Sequence[BrokenLink] = ()
    notice: Any = None
    headings_said: int = 0

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The words that stayed, went and came. It takes a moment, so it waits to be asked."""
        before = "\n\n".join(paragraph.text for paragraph in self.earlier)
        after = "\n\n".join(paragraph.text for paragraph in self.later)
        return word_changes(before, after)

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
        """The fragment that finds it on the page of the comparison. It is the paragraph's, so it
        leads there still when a decision makes another revision of it."""
        return f"c{self.shown[0].pk}"

    @cached_property
    def before(self) -> str:
        """The earlier paragraphs by name."""
        return named(self.earlier)

    @cached_property
    def after(self) -> str:
        """The later paragraphs by name."""
        return named(self.later)

    @cached_property
    def title(self) -> str:
        """The paragraphs by name: "Paragraph 46 is now paragraph 47"."""
        return capital(self.sentence)

    @cached_property
    def sentence(self) -> str:
        """The same within a sentence: "paragraph 46 is now paragraph 47"."""
        if not self.before or not self.after or self.before == self.after:
            return self.after or self.before
        verb = "are" if len(self.earlier) > 1 and " and " in self.before else "is"
        return f"{self.before} {verb} now {self.after}"

    @property
    def in_words(self) -> str:
        """What became of it, within a sentence: "paragraph 48 is new"."""
        verb = "are" if len(self.shown) > 1 and " and " in self.sentence else "is"
        if self.is_added:
            return f"{self.sentence} {verb} new"
        if self.is_removed:
            return f"{self.sentence} {verb} gone"
        if self.before == self.after:
            return f"{self.before} {verb} {self.kind.lower()}"
        return self.sentence

    @property
    def where(self) -> str:
        """The headings it stands under, and stood under where they were others."""
        before, after = (path_of(side) for side in (self.earlier, self.later))
        if self.is_elsewhere:
            return f"From “{before}” to “{after}”"
        # An unnumbered part is called by its heading already.
        if (after or before).casefold() == self.title.casefold():
            return ""
        return " › ".join(self.shown[0].heading[self.headings_said :])

    @property
    def is_elsewhere(self) -> bool:
        """Whether it stands under other headings than before."""
        before, after = (path_of(side) for side in (self.earlier, self.later))
        return bool(before and after and before != after)

    @property
    def way(self) -> str:
        """From where to where, of what moved: "Moved from after paragraph 45 to ..."."""
        if self.revision.kind != Revision.Kind.MOVED or "" in (self.came_from, self.went_to):
            return ""
        before, after = (path_of(side) for side in (self.earlier, self.later))
        is_within = before == after
        came = _place(self.came_from, "" if is_within else before)
        went = _place(self.went_to, "" if is_within else after)
        return f"Moved from {came} to {went}" if is_within else f"Moved from {came}, to {went}"

    @property
    def is_added(self) -> bool:
        """Whether it is new."""
        return not self.earlier

    @property
    def is_removed(self) -> bool:
        """Whether it is gone."""
        return not self.later

    @property
    def is_regrouped(self) -> bool:
        """Whether there are several paragraphs on a side."""
        return len(self.earlier) > 1 or len(self.later) > 1

    @property
    def is_one_text(self) -> bool:
        """Whether there are no two texts to set side by side."""
        if self.is_added or self.is_removed:
            return True
        return not (self.revision.words_changed or self.is_regrouped)

    @property
    def is_change(self) -> bool:
        """Whether the plan now says something else, or says it elsewhere."""
        return self.revision.kind not in Revision.SAME_WORDS

    @property
    def is_explained(self) -> bool:
        """Whether something accounts for it."""
        return bool(self.notes)

    @property
    def is_confirmed(self) -> bool:
        """Whether an officer vouches for it."""
        return self.revision.confirmed_at is not None

    @property
    def is_uncertain(self) -> bool:
        """Whether an officer should look at it, and none has."""
        return self.revision.review and not self.is_confirmed

    @property
    def is_disowned(self) -> bool:
        """Whether an officer said that it is not so, and the comparison is yet to follow."""
        before, after = ({paragraph.pk for paragraph in s} for s in (self.earlier, self.later))
        return any(b.earlier_id in before and b.later_id in after for b in self.broken)

    @property
    def shown(self) -> Sequence[Paragraph]:
        """The paragraphs as they now are, or were before they went."""
        return self.later or self.earlier

    @property
    def addresses(self) -> dict[str, str]:
        """Where an officer decides about it, by what they do."""
        routes = ("confirm_link", "break_link", "change_link", "undo_confirmation")
        return {route: address(route, self.revision.pk) for route in routes}

    @property
    def story(self) -> str:
        """Where the story of its first paragraph is told."""
        return address("story", self.shown[0].pk)

    @property
    def sides(self) -> str:
        """What tells the paragraphs on either side from others."""
        return joined(self.earlier, self.later)

    @property
    def weight(self) -> int:
        """How much room it takes in the plan, in letters."""
        return sum(len(paragraph.text) for paragraph in self.shown)

    @property
    def pieces(self) -> Sequence[Piece]:
        """The text with all its marks, cut where the paragraphs of the side end that has several:
        the earlier ones first. Each is named after its paragraph."""
        side = "before" if len(self.earlier) > 1 or not self.later else "after"
        return cut(self.runs, self.earlier if side == "before" else self.later, side)

    @property
    def pieces_after(self) -> Sequence[Piece]:
        """The later text, cut into its paragraphs, with what was inserted."""
        kept = [run for run in self.runs if run.kind != "deleted"]
        return cut(kept, self.later, "after")


def named(paragraphs: Sequence[Any]) -> str:
    """Paragraphs by name: "paragraph 46", "paragraphs 46(e) and 47", "Foreword"."""
    labels = [paragraph.label for paragraph in paragraphs]
    if len(labels) > 1 and all(labels):
        return f"paragraphs {', '.join(labels[:-1])} and {labels[-1]}"
    return " and ".join(dict.fromkeys(paragraph.name for paragraph in paragraphs))


def joined(earlier: Iterable[Paragraph], later: Iterable[Paragraph]) -> str:
    """The paragraphs on either side by their primary keys, in their order: "12-13_40"."""
    return "_".join("-".join(str(p.pk) for p in side) for side in (earlier, later))


def capital(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def path_of(paragraphs: Sequence[Paragraph]) -> str:
    """The headings that the first of them stands under, outermost first."""
    return " › ".join(paragraphs[0].heading) if paragraphs else ""


def _place(follows: str | None, path: str) -> str:
    place = f"after {follows}" if follows else "the beginning"
    return f"“{path}”, {place}" if path else place
