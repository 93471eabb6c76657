"""Which lines are headings, where the document does not say so itself."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .piece import Piece

_MOST_WORDS = 14
_LONGEST = 100
_PARTS = re.compile(
    r"(?:fore|after)word|introduction|summary|executive summary|contents|conclusions?|glossary"
    r"|(?:appendix|annex|part|section|chapter|theme|priority)\s+(?:\d+|[A-Z]|[IVX]+)\b.*",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on"}
    | {"or", "our", "per", "the", "to", "up", "via", "with", "your"}
)


def with_headings(pieces: Sequence[Piece]) -> tuple[list[Piece], bool]:
    """The pieces with the headings marked as such, and whether any of them was guessed."""
    styled = any(p.kind == "heading" for p in pieces)
    titled = _titled_numbers(pieces)
    levels = _levels(pieces)
    recurring = _recurring(pieces)
    found = list(pieces)
    guessed = False
    # From the end, for what a line is depends on what follows it.
    for at in range(len(found) - 1, -1, -1):
        piece = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        if piece.kind == "heading":
            found[at] = _as_paragraph(piece) if _is_long(piece) else piece
        elif (
            piece.kind == "text"
            and not piece.aside
            and (
                _is_heading(piece, found, at, after, styled, titled)
                or _is_theme(piece, after, recurring)
            )
        ):
            found[at] = replace(piece, kind="heading", level=_level(piece, levels))
            guessed = guessed or not piece.bold
    if not styled:
        found = _with_recurring_below(found, recurring)
    return _with_levels_under_styled(pieces, found), guessed


def is_like_heading(text: str) -> bool:
    """A short line without a final stop that begins like a title."""
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(text) <= _LONGEST
        and "\n" not in text
        and not re.search(r"[.;:,?!]$|\b(?:and|or|the|of)$", text)
        and (_may_begin(words[0][0]) or words[0][0] in "'\"‘“")
        and any(c.isalpha() for c in text)
    )


def _may_begin(letter: str) -> bool:
    """A capital, a figure, or a letter of a script that has no capitals."""
    return letter.isdigit() or (letter.isalpha() and not letter.islower())


def is_title_like(text: str) -> bool:
    """In capitals, or with a capital on nearly every word that is not a small one."""
    if text.isupper() or _PARTS.fullmatch(text):
        return True
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", text) if w.lower() not in _SMALL]
    return len(words) > 0 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def _is_heading(
    piece: Piece,
    found: Sequence[Piece],
    at: int,
    after: Piece | None,
    styled: bool,
    titled: bool,
) -> bool:
    if after is None or not is_like_heading(piece.text):
        return False
    if piece.mark:
        return _is_numbered_heading(piece, after, titled)
    if after.kind == "bullet" and not (piece.bold or is_title_like(piece.text)):
        return False
    before = found[at - 1] if at else None
    if after.kind == "heading" and not _may_be_empty(piece, before, after):
        return False
    if after.kind == "text" and not after.mark and _is_fragment(after):
        return False
    if piece.bold:
        return True
    if styled:
        return piece.text.isupper() and len(piece.text) > 3
    if is_title_like(piece.text):
        return True
    return len(piece.text.split()) <= 8 and _has_ended(before) and not _is_fragment(after)


def _is_numbered_heading(piece: Piece, after: Piece, titled: bool) -> bool:
    """ "4.3 Partnership working" before 4.3.1 or before text without a number."""
    mark = piece.mark
    if mark is None or mark.style not in ("decimal", "number", "capital"):
        return False
    if after.mark and after.mark.style in ("decimal", "full"):
        return after.mark.value.startswith(f"{mark.value}.")
    if mark.style == "decimal":
        return after.kind == "heading" or (after.mark is None and not _is_fragment(after))
    if mark.style == "capital":
        return is_title_like(piece.text) and not mark.depth
    return titled and after.mark is None


def _titled_numbers(pieces: Sequence[Piece]) -> bool:
    """Whether the plain numbers of this document mostly stand before headings."""
    numbered = [p for p in pieces if p.mark and p.mark.style == "number"]
    like = sum(is_like_heading(p.text) for p in numbered)
    return like > 0.5 * len(numbered)


def _may_be_empty(piece: Piece, before: Piece | None, after: Piece) -> bool:
    """Whether a line directly above a heading is one too. After unnumbered text it may be the
    name and office of whoever signs it."""
    if before is None or before.kind == "heading" or before.mark:
        return True
    return piece.bold or (piece.text.isupper() and not after.text.isupper())


def _has_ended(before: Piece | None) -> bool:
    """Whether a new thing may begin: no sentence is left open, and no heading is cut in two."""
    if before is None or before.kind == "heading" or before.text.rstrip()[-1:] in ".;:!?”'\"":
        return True
    return is_like_heading(before.text) and is_title_like(before.text)


def _is_fragment(piece: Piece) -> bool:
    """A few words that are neither a sentence nor a heading, as under a signature."""
    return (
        piece.kind == "text"
        and piece.mark is None
        and len(piece.text.split()) <= 8
        and piece.text.rstrip()[-1:] not in ".;:!?"
    )


def _is_long(piece: Piece) -> bool:
    """Some authors set whole paragraphs in a heading's style."""
    words = len(piece.text.split())
    return words > 30 or (words > _MOST_WORDS and piece.text.rstrip().endswith((".", ";", ":")))


def _as_paragraph(piece: Piece) -> Piece:
    return replace(piece, kind="text", level=0)


def _recurring(pieces: Sequence[Piece]) -> set[str]:
    """Headings that each theme of a plan has again, such as "What we will do"."""
    times = Counter(p.text for p in pieces if not p.mark and is_like_heading(p.text))
    return {text for text, count in times.items() if count > 1 and is_title_like(text)}


def _is_theme(piece: Piece, after: Piece | None, recurring: set[str]) -> bool:
    """A title directly above a heading that recurs names the theme."""
    return (
        after is not None
        and after.kind == "heading"
        and after.text in recurring
        and piece.text not in recurring
        and piece.mark is None
        and is_like_heading(piece.text)
        and is_title_like(piece.text)
    )


def _with_recurring_below(found: list[Piece], recurring: set[str]) -> list[Piece]:
    """Headings that recur stand one level below the themes, if they follow them directly."""
    themes = {
        piece.level
        for piece, after in pairwise(found)
        if piece.kind == after.kind == "heading"
        and after.text in recurring
        and piece.text not in recurring
    }
    if not themes:
        return found
    level = min(themes) + 1
    return [
        replace(p, level=max(level, p.level)) if p.kind == "heading" and p.text in recurring else p
        for p in found
    ]


def _levels(pieces: Sequence[Piece]) -> bool:
    """Whether headings in capitals stand above others: both kinds occur."""
    return any(
        p.kind == "text" and not p.mark and is_like_heading(p.text) and p.text.isupper()
        for p in pieces
    )


def _level(piece: Piece, capitals_above: bool) -> int:
    if piece.mark and piece.mark.style == "decimal":
        return piece.mark.value.count(".") + 1
    if piece.mark or piece.text.isupper() or _PARTS.fullmatch(piece.text):
        return 1
    return 2 if capitals_above else 1


def _with_levels_under_styled(before: Sequence[Piece], after: list[Piece]) -> list[Piece]:
    """A guessed heading in a document with styled ones stands one level below the last."""
    if not any(p.kind == "heading" for p in before):
        return after
    level = 0
    for at, piece in enumerate(after):
        if piece.kind != "heading":
            continue
        if before[at].kind == "heading":
            level = piece.level
        elif not (piece.mark and piece.mark.style == "decimal"):
            after[at] = replace(piece, level=level + 1)
    return after
