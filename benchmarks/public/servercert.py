"""The CA/Browser Forum's Baseline Requirements for TLS certificates, from their Markdown."""

import re

from plans.comparison import Passage

from . import Pair, tagged
from .clones import Clone

NAME = "cabforum/servercert"
_PATH = "docs/BR.md"
_TAGS = ("BRs/v1.7.4", "BRs/v1.8.0", "BRs/v2.1.2", "BRs/v2.2.6")

_HEADING = re.compile(r"(#+)\s+([\d.]*\d)?\.?\s*(.*)")
_ENTRY = re.compile(r"\s*(?:[-*+]|\d+\.|[a-z]\.|\([a-z\d]+\))\s+|\s*\|")
_MARKUP = re.compile(r"\*\*|__|`")
_CELLS = re.compile(r"\||<br\s*/?>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def pairs(clone: Clone) -> list[Pair]:
    return tagged.pairs(clone, _PATH, _TAGS, passages, "Requirements")


def passages(source: str) -> list[Passage]:
    """Paragraphs, list items and table rows, with their section's number and their own in it."""
    found: list[Passage] = []
    headings: list[str] = []
    section, count = "", 0
    lines: list[str] = []

    def close() -> None:
        nonlocal count
        text = _MARKUP.sub("", _LINK.sub(r"\1", " ".join(lines)))
        text = " ".join(_CELLS.sub(" ", text).split())
        lines.clear()
        if headings and re.search(r"\w", text):
            count += 1
            found.append(Passage(f"{section}.{count}", tuple(headings), text))

    for line in source.splitlines():
        if heading := _HEADING.match(line):
            close()
            level = len(heading[1])
            headings = [*headings[: level - 1], heading[3]]
            section, count = heading[2] or section, 0
            continue
        if not line.strip() or _ENTRY.match(line):
            close()
        if line.strip():
            lines.append(line)
    close()
    return found
