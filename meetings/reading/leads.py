"""What a paragraph leads in to: the list after "RESOLVED:", "Members noted that:"."""

import re
from dataclasses import dataclass

from . import evidence, kinds, labels, numbers
from .minutes import Kind
from .paragraphs import Paragraph

DECISIONS = ("resolution", "recommendation")
_LOWER = re.compile(r"[\"'“‘(]*[a-z]")


@dataclass(slots=True)
class Lead:
    """What the last lead announced: the ``kind`` of the points that follow and the ``base`` they
    stand at. ``words`` wait until something has followed; ``kept`` says that the lead is an entry
    itself and not only "RESOLVED:"; ``number`` is the number that such a label had."""

    kind: Kind | None = None
    base: int = 0
    words: str = ""
    kept: bool = True
    number: str = ""
    indent: int = 0
    outer: Kind | None = None
    """What the points are that stand less deep than these: those of the list around this one."""
    unmarked: int | None = None
    """How far in the points stand that have no bullets, once there are such."""

    def kind_at(self, number: numbers.Number, level: int) -> Kind:
        """What a point is that stands at ``level``."""
        if self.kind is not None:
            return self.outer if self.outer and level < self.base else self.kind
        paragraph = level == 0 and number.family != "bullet"
        return "discussion" if paragraph else "key point"

    def kind_around(self, base: int) -> Kind | None:
        """What the points are of the list in which one opens that stands at ``base``."""
        return self.kind if base > self.base else self.outer

    def comes_to_decision(self, text: str) -> bool:
        """Whether a paragraph cannot be what was led in to: it leads in itself, or decides."""
        if labels.opens_list(text) or self.kind not in ("key point", "discussion"):
            return True
        first = kinds.told(text, default="discussion", decided=False)[0].kind
        return first in DECISIONS

    def has_unmarked(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a mark is a point of the list that was led in to."""
        if self.unmarked is not None:
            further_in = paragraph.indent > self.indent
            same = paragraph.indent == self.unmarked
            return same and (further_in or self._reads_as_point(paragraph.text))
        if not self.words:
            return False
        return paragraph.indent > self.indent or self._reads_as_point(paragraph.text)

    def _reads_as_point(self, text: str) -> bool:
        if self.kind in (*DECISIONS, "action"):
            return not labels.opens_list(text) and not evidence.is_reported(text)
        if labels.opens_list(text) and not text.endswith(";"):
            return False
        return bool(_LOWER.match(text)) or text.endswith((";", ","))
