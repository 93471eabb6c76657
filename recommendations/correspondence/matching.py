"""Which recommendation each point of a letter repeats.

A letter repeats points in the panel's words, shortened or tidied, mostly in the panel's order, and
sometimes under the panel's numbers. Each point is scored against each recommendation by the words
they share; the same number, and the same position, count a little. The best pairs are then taken
first, one to one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

ENOUGH = 55.0
"""Below this score (out of 100) a point and a recommendation have no more than common words."""
CLEARLY = 75.0
MARGIN = 8.0
"""A match that beats the next best by less than this is not sure."""
_SAME_NUMBER = 20.0
_SAME_POSITION = 2.0

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_COMMON = re.compile(  # words that every point has, and that therefore tell none from another
    r"\b(?:the|an?|of|to|and|in|on|for|that|this|is|be|it|are|was|with|by|as|at|or|not|would|should|"
    r"could|panel|plan|police|crime|commissioner(?:['’]s)?|recommends|asks|suggests|noted|welcomes|"
    r"draft|consideration|given?|its|their|which|has|have)\b"
)


@dataclass(frozen=True, slots=True)
class Match:
    """``index`` of the recommendation, the ``score`` out of 100, and whether it stands out."""

    index: int
    score: float
    sure: bool


def match(
    points: Sequence[str],
    recommendations: Sequence[tuple[str, str]],
    *,
    numbers: Sequence[str] = (),
) -> list[Match | None]:
    """For each point its recommendation, each used once; None where none is like it.

    ``recommendations`` are (reference, text); ``numbers`` are those the letter gives its points,
    "" where it gives none, and are taken as hints only.
    """
    scores = _scores(points, recommendations, numbers)
    found: list[Match | None] = [None] * len(points)
    taken: set[int] = set()
    ranked = sorted(
        ((score, p, r) for p, row in enumerate(scores) for r, score in enumerate(row)),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    for score, point, recommendation in ranked:
        if score < ENOUGH:
            break
        if found[point] is None and recommendation not in taken:
            taken.add(recommendation)
            found[point] = Match(
                recommendation, min(score, 100.0), _sure(scores, point, recommendation)
            )
    return found


def _sure(scores: Sequence[Sequence[float]], point: int, recommendation: int) -> bool:
    """Whether no other recommendation, and no other point, comes close to this pair."""
    score = scores[point][recommendation]
    rivals = [s for r, s in enumerate(scores[point]) if r != recommendation]
    rivals += [row[recommendation] for p, row in enumerate(scores) if p != point]
    margin = score - max(rivals, default=0.0)
    return score >= ENOUGH + MARGIN and (margin >= MARGIN or (score >= CLEARLY and margin > 0))


def _scores(
    points: Sequence[str], recommendations: Sequence[tuple[str, str]], numbers: Sequence[str]
) -> list[list[float]]:
    bare_points = [_bare(point) for point in points]
    bare_texts = [_bare(text) for _reference, text in recommendations]
    scores = []
    for p, point in enumerate(bare_points):
        number = numbers[p].strip(" .()") if p < len(numbers) else ""
        row = []
        for r, text in enumerate(bare_texts):
            score = _likeness(point, text)
            if number and number == _last_number(recommendations[r][0]):
                score += _SAME_NUMBER
            if p == r and len(points) == len(recommendations):
                score += _SAME_POSITION
            row.append(score)
        scores.append(row)
    return scores


def _likeness(point: str, text: str) -> float:
    """0 to 100: the words both have. One may be a shortened form of the other."""
    if not point or not text:
        return 0.0
    whole, shared = fuzz.token_sort_ratio(point, text), fuzz.token_set_ratio(point, text)
    shorter = min(len(point.split()), len(text.split()))
    # Sharing all of three words says less than sharing all of ten.
    return max(whole, 0.95 * shared) if shorter > 4 else (whole + shared) / 2


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(_COMMON.sub(" ", text.lower())))


def _last_number(reference: str) -> str:
    """The number of a reference: "2026/07" -> "7", "R3" -> "3"."""
    numbers = re.findall(r"\d+", reference)
    return str(int(numbers[-1])) if numbers else reference.strip()
