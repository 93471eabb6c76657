"""The W3C's Process Document, from its Bikeshed source; its sections are numbered by the way."""

import re

from plans.comparison import Passage

from . import Pair, tagged
from .clones import Clone

NAME = "w3c/process"
_PATH = "index.bs"
_TAGS = ("process-2020", "p2021", "p2023", "p2025")

_LEFT_OUT = re.compile(r"<!--.*?-->|<(style|script|pre)\b.*?</\1>", re.DOTALL)
# What begins a paragraph: a tag of a block, or an empty line.
_BREAK = re.compile(r"\n\s*\n|(?=<(?:p|li|dt|dd|h[2-6]|tr|div|table|ol|ul|dl|blockquote)\b)")
_HEADING = re.compile(r"<h([2-6])\b[^>]*>(.*)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def pairs(clone: Clone) -> list[Pair]:
    return tagged.pairs(clone, _PATH, _TAGS, passages, "Process")


def passages(source: str) -> list[Passage]:
    """Paragraphs with the number of their section and their own in it."""
    found: list[Passage] = []
    headings: list[str] = []
    numbers: list[int] = []
    count = 0
    for block in _BREAK.split(_LEFT_OUT.sub(" ", source)):
        if heading := _HEADING.match(block.strip()):
            level = int(heading[1]) - 1
            headings = [*headings[: level - 1], _plain(heading[2])]
            numbers = [*numbers[:level], *[0] * (level - len(numbers))]
            numbers[level - 1] += 1
            count = 0
            continue
        if headings and (text := _plain(block)):
            count += 1
            label = ".".join(map(str, [*numbers, count]))
            found.append(Passage(label, tuple(headings), text))
    return found


def _plain(markup: str) -> str:
    return " ".join(_TAG.sub("", markup).split())
