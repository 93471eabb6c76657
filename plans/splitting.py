"""Cutting a paragraph where an officer marked it, and seeing what number each part begins with."""

import re

from pcp_scrutiny.documents.characters import even

from . import labels
from .reading import marks

CUT = re.compile(r"^[ \t]*-{3,}[ \t]*$", re.MULTILINE)
"""A line of three or more hyphens, and nothing else."""


def parts(text: str, label: str) -> list[tuple[str, str]]:
    """Each part of a text with its label; the first keeps ``label``.

    A part that begins with a number of its own, as printed ("47." or "(b)"), is called by it;
    the label of any other is empty. Parts without words are left out.
    """
    first, *rest = [part.strip() for part in CUT.split(even(text)) if part.strip()] or [""]
    return [(label, first), *(_numbered(part, label) for part in rest)]


def _numbered(part: str, label: str) -> tuple[str, str]:
    mark, words = marks.read(part)
    if mark is None or mark.weak or not words.strip():
        return "", part
    if mark.style == "letter":
        above = labels.parent(label) if label.endswith(")") else label
        return (labels.child(above, mark.value) if above else ""), words.strip()
    if mark.style == "capital":
        return labels.normalise(f"{labels.parent(label) or label} {mark.value}"), words.strip()
    return mark.value, words.strip()
