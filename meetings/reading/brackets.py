"""The brackets around a passage of several paragraphs: matters arising, notes of the clerk."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .paragraphs import Paragraph

_OPENS = re.compile(r"\[\s*")
_CLOSES = re.compile(r"\s*\]([.;,]?)$")


def without(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs without brackets that open in one and close in another, and the brackets.

    One that opens and closes in the same paragraph belongs to its words and stays.
    """
    kept: list[Paragraph] = []
    left_out: list[str] = []
    for each in paragraphs:
        text = each.text
        while (opening := _OPENS.match(text)) and not _is_closed(text):
            left_out.append("[")
            text = text[opening.end() :]
        while (closing := _CLOSES.search(text)) and text.count("]") > text.count("["):
            left_out.append("]")
            text = text[: closing.start()] + closing[1]
        if text or not each.text:
            kept.append(replace(each, text=text))
        elif each.printed:
            left_out.append(each.printed)
    return kept, left_out


def _is_closed(text: str) -> bool:
    """Whether the bracket that a text begins with is closed within it."""
    depth = 0
    for letter in text:
        depth += (letter == "[") - (letter == "]")
        if depth == 0:
            return True
    return False
