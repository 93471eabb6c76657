"""Paragraphs taken apart: "RESOLVED:" in their midst, "(a) ... (b) ..." run on in one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from . import numbers
from .paragraphs import Paragraph

_PART_WITHIN = re.compile(
    r"(?<=[\s:;,–—-])(?=\(?(?:[a-z]|[ivx]{1,4}|[0-9]{1,2})\)\s*\S|[0-9]{1,2}\.\s+[A-Z])"
)
_LABEL_WITHIN = re.compile(
    r"(?<=[.?!;)\]:])\s+(?=[(\[]?(?:It\s+was\s+)?(?:RESOLVED|AGREED|RECOMMENDED|Resolved|DECISION|ACTION)"
    r"(?:\s+unanimously)?\s*(?:[:–—]|-\s|\s+that\b|\s+That\b))"
)


def before_label(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph in whose midst "RESOLVED:" stands, as two."""
    if paragraph.kind:
        return [paragraph]
    first, *others = _LABEL_WITHIN.split(paragraph.text)
    if not others:
        return [paragraph]
    return [
        replace(paragraph, text=first),
        *(replace(paragraph, text=other, number=None, marked="") for other in others),
    ]


def without_stray_figure(each: Paragraph, others: Sequence[Paragraph]) -> Paragraph:
    """A figure without a stop is a number only where its neighbour is there too."""
    number = each.number
    if number and number.family == "coded" and number.style == "minute" and each.text:
        words = f"{each.as_written} {each.text}"  # "Minute 14 – no reply had come"
        return replace(each, number=None, text=words)
    if number is None or number.family != "integer" or number.style or not each.text:
        return each
    near = {number.values[0] - 1, number.values[0] + 1}
    if any(
        o.number and o.number.follows == number.follows and o.number.values[0] in near
        for o in others
    ):
        return each
    return replace(each, number=None, text=each.whole)


def within(text: str) -> list[tuple[str, str]]:
    """The parts "(a) ... (b) ..." in one paragraph, with what leads in to them; none if it has
    not at least two."""
    cuts: list[tuple[int, numbers.Number]] = []
    for gap in [0, *(found.start() for found in _PART_WITHIN.finditer(text))]:
        number = numbers.at_start(text[gap:], cuts[-1][1] if cuts else None)
        if number is None or number.family not in (
            "closed",
            "letter",
            "roman",
            "integer",
        ):
            continue
        due = (1,) if not cuts else (cuts[-1][1].values[0] + 1,)
        same = not cuts or number.follows == cuts[-1][1].follows
        if number.values == due and same:
            cuts.append((gap, number))
    if len(cuts) < 2:
        return []
    found = [("", text[: cuts[0][0]].strip())] if text[: cuts[0][0]].strip() else []
    for index, (start, number) in enumerate(cuts):
        end = cuts[index + 1][0] if index + 1 < len(cuts) else len(text)
        found.append((number.printed, text[start + number.end : end].strip()))
    return found
