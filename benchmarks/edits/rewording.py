"""The same paragraph in other words: a little, throughout, or longer; and one that resembles it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .statements import Statement, in_other_words, resembling, slightly_changed
from .texts import Author, Line

# The least share of a sentence's telling words (long ones and figures) that stay: with fewer of
# them in a short entry, no reader would know it again.
LIGHTLY_KEPT, HEAVILY_KEPT = 0.5, 0.25
_TELLING = re.compile(r"[^\W\d_]{4,}|\d[\d,]*")


def lightly(author: Author, line: Line) -> Line:
    """One thing changed, or two in a long paragraph."""
    rng, draws = author.rng, author.draws(line.section)
    times = 1 if len(line.statements) < 3 else rng.choice((1, 2))
    statements = list(line.statements)
    for _ in range(times):
        at = rng.choice([n for n, s in enumerate(statements) if not s.targets])
        statements[at] = _changed(
            statements[at],
            lambda statement: slightly_changed(statement, draws, rng),
            LIGHTLY_KEPT,
        )
    return replace(line, statements=statements)


def heavily(author: Author, line: Line) -> Line:
    """Each sentence said otherwise; a long paragraph is shortened, extended or put in another
    order too."""
    rng, draws = author.rng, author.draws(line.section)
    strength = rng.uniform(0.45, 0.75)
    said = [
        (
            _changed(s, lambda s: in_other_words(s, draws, rng, strength), HEAVILY_KEPT),
            part,
        )
        for s, part in zip(line.statements, line.parts, strict=True)
    ]
    if len(said) >= 3 and rng.random() < 0.35:
        # Every earlier paragraph keeps at least one of its sentences.
        dropped = rng.randrange(len(said))
        if sum(part == said[dropped][1] for _, part in said) > 1:
            del said[dropped]
    if len(said) >= 2 and rng.random() < 0.3:
        rng.shuffle(said)
    reworded = replace(line, statements=[s for s, _ in said], parts=tuple(part for _, part in said))
    return extended(author, reworded) if rng.random() < 0.2 and len(said) > 1 else reworded


def extended(author: Author, line: Line) -> Line:
    """With a sentence that is new; it comes last or first."""
    new = author.statement(line.section)
    if author.rng.random() < 0.3:
        return replace(line, statements=[new, *line.statements], parts=(-1, *line.parts))
    return replace(line, statements=[*line.statements, new], parts=(*line.parts, -1))


def remade(author: Author, line: Line) -> Line:
    """Another paragraph after the same pattern, that keeps about half of what is said."""
    rng, draws = author.rng, author.draws(line.section)
    statements = []
    for statement in line.statements:
        if statement.targets:
            continue
        slots = sorted(statement.said)
        kept = rng.sample(slots, len(slots) // 2)
        statements.append(resembling(statement, draws, rng, kept))
    return Line(statements, line.section, line.level, (), (-1,) * len(statements))


def _changed(
    statement: Statement, change: Callable[[Statement], Statement], kept: float
) -> Statement:
    """Changed for certain, though a draw may happen to give the same again or too little."""
    before = statement.text()
    telling = set(_TELLING.findall(before.lower()))
    for _ in range(40):
        other = change(statement)
        after = other.text()
        same = telling & set(_TELLING.findall(after.lower()))
        if after != before and len(same) >= kept * len(telling):
            return other
    return statement
