"""How much of what really happened a comparison found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plans.comparison import Change

from .editing import Edited, Link


@dataclass
class Score:
    """Counts, so that scores over several texts can be added; the shares run from 0 to 1."""

    found: int = 0
    true: int = 0
    right: int = 0
    paragraphs: int = 0
    changes: int = 0
    reviewed: int = 0
    sure_right: int = 0
    sure_links: int = 0
    sure_true: int = 0
    placed: int = 0
    labelled: int = 0
    # Of each kind: how many there were found, how many there are, how many of them agree.
    kinds_found: Counter[str] = field(default_factory=Counter)
    kinds_true: Counter[str] = field(default_factory=Counter)
    kinds_right: Counter[str] = field(default_factory=Counter)
    # Of each edit: how many links it made, how many of them were found.
    edits_true: Counter[str] = field(default_factory=Counter)
    edits_right: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Score) -> Score:
        return Score(**{name: value + getattr(other, name) for name, value in vars(self).items()})

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall over links."""
        return 2 * self.right / (self.found + self.true) if self.found + self.true else 1.0

    @property
    def false_links(self) -> float:
        """Per 100 paragraphs of the longer version."""
        return 100 * (self.found - self.right) / self.paragraphs if self.paragraphs else 0.0

    @property
    def review_share(self) -> float:
        return self.reviewed / self.changes if self.changes else 0.0

    @property
    def sure_precision(self) -> float:
        """Of the changes that no officer is asked to look at, those whose links are all true, or
        which say rightly that there is none."""
        sure = self.changes - self.reviewed
        return self.sure_right / sure if sure else 1.0

    @property
    def sure_link_precision(self) -> float:
        """Of the links that no officer is asked to look at, those that are true."""
        return self.sure_true / self.sure_links if self.sure_links else 1.0

    @property
    def label_accuracy(self) -> float:
        """Of the changes whose two sides were found exactly, those of the right kind."""
        return self.labelled / self.placed if self.placed else 1.0

    def of_kind(self, kind: str) -> tuple[float, float]:
        """Precision and recall of the changes of a kind, right in kind and on both sides."""
        right = self.kinds_right[kind]
        found, true = self.kinds_found[kind], self.kinds_true[kind]
        return right / found if found else 1.0, right / true if true else 1.0


def links(changes: Iterable[Change]) -> set[Link]:
    return {(i, j) for change in changes for i in change.earlier for j in change.later}


def score_links(found: set[Link], true: set[Link], paragraphs: int) -> Score:
    return Score(len(found), len(true), len(found & true), paragraphs)


def score(edited: Edited, changes: Sequence[Change]) -> Score:
    """How well ``changes`` tell what became of each paragraph."""
    true = edited.links
    longer = max(len(edited.earlier), len(edited.later))
    result = score_links(links(changes), true, longer)
    result.changes = len(changes)
    linked = ({i for i, _ in true}, {j for _, j in true})
    for change in changes:
        sides = (change.earlier, change.later)
        own = {(i, j) for i in change.earlier for j in change.later}
        alone = linked[0].isdisjoint(change.earlier) and linked[1].isdisjoint(change.later)
        if change.review:
            result.reviewed += 1
        else:
            result.sure_right += own <= true if own else alone
            result.sure_links += len(own)
            result.sure_true += len(own & true)
        if sides in edited.kinds:
            result.placed += 1
            result.labelled += edited.kinds[sides] == change.kind
    _by_kind(result, edited, changes)
    _by_edit(result, edited, links(changes))
    return result


def _by_kind(result: Score, edited: Edited, changes: Sequence[Change]) -> None:
    result.kinds_true.update(edited.kinds.values())
    for change in changes:
        result.kinds_found[change.kind] += 1
        if edited.kinds.get((change.earlier, change.later)) == change.kind:
            result.kinds_right[change.kind] += 1


def _by_edit(result: Score, edited: Edited, found: set[Link]) -> None:
    for (olds, news), name in edited.edits.items():
        own = {(i, j) for i in olds for j in news}
        result.edits_true[name] += len(own)
        result.edits_right[name] += len(own & found)
