"""Sentences that know what they say, so that the same can be said in other words.

A ``Sort`` of statement has several frames, each a way of putting it. In a frame ``{actor}`` is
a slot and ``{act=}`` its second form (the participle); what stands in ``[`` and ``]`` is left
out where its slot is empty.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from .words import Concept

# Draws a concept for a slot; a slot without a fixed list (an amount, a town) makes one up.
Draw = Callable[[random.Random], Concept]

_SLOT = re.compile(r"\{(\w+)(=?)\}")
_OPTION = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True)
class Sort:
    name: str
    frames: tuple[str, ...]
    optional: frozenset[str] = frozenset()

    @property
    def slots(self) -> list[str]:
        """In the order of the first frame."""
        return list(dict.fromkeys(name for f in self.frames for name, _ in _SLOT.findall(f)))


def sort(name: str, *frames: str) -> Sort:
    """A sort whose optional slots are those in square brackets."""
    inside = {s for f in frames for part in _OPTION.findall(f) for s, _ in _SLOT.findall(part)}
    return Sort(name, frames, frozenset(inside))


@dataclass(frozen=True)
class Statement:
    """What is said (a concept per slot) and how (a frame, a way of each concept)."""

    sort: Sort
    frame: int
    said: Mapping[str, tuple[Concept, int]]
    # The paragraphs that are referred to, by their place in the earlier version.
    targets: tuple[int, ...] = ()

    def text(self, label_of: Callable[[int], str] = str) -> str:
        frame = _OPTION.sub(self._option, self.sort.frames[self.frame])
        words = _SLOT.sub(lambda slot: self._way(slot[1], slot[2], label_of), frame)
        return words[:1].upper() + words[1:]

    def _option(self, part: re.Match[str]) -> str:
        full = all(name in self.said for name, _ in _SLOT.findall(part[1]))
        return part[1] if full else ""

    def _way(self, slot: str, second: str, label_of: Callable[[int], str]) -> str:
        if slot == "targets":
            return " and ".join(label_of(target) for target in self.targets)
        concept, way = self.said[slot]
        forms = concept[way].split("=")
        return forms[-1 if second else 0].strip()


def state(of: Sort, draws: Mapping[str, Draw], rng: random.Random, share: float) -> Statement:
    """A new statement; each optional slot is filled with the probability ``share``."""
    said = {}
    for slot in of.slots:
        if slot != "targets" and (slot not in of.optional or rng.random() < share):
            said[slot] = _said(draws[slot](rng), rng)
    return Statement(of, rng.randrange(len(of.frames)), said)


def _said(concept: Concept, rng: random.Random) -> tuple[Concept, int]:
    return concept, rng.randrange(len(concept))


def in_other_words(
    statement: Statement, draws: Mapping[str, Draw], rng: random.Random, strength: float
) -> Statement:
    """The same in another frame and with other ways of saying most things.

    ``strength`` is the share of what can be said otherwise that is. Now and then an optional
    part goes or comes, or a name or figure is another.
    """
    frames = [f for f in range(len(statement.sort.frames)) if f != statement.frame]
    frame = rng.choice(frames) if frames and rng.random() < 0.3 + strength else statement.frame
    said = {}
    for slot, (concept, way) in statement.said.items():
        if slot in statement.sort.optional and rng.random() < 0.25 * strength:
            continue
        others = [other for other in range(len(concept)) if other != way]
        if others and rng.random() < strength:
            said[slot] = (concept, rng.choice(others))
        elif not others and slot in draws and rng.random() < 0.2 * strength:
            said[slot] = (draws[slot](rng), way)
        else:
            said[slot] = (concept, way)
    for slot in sorted(statement.sort.optional - statement.said.keys()):
        if rng.random() < 0.2 * strength:
            said[slot] = _said(draws[slot](rng), rng)
    return replace(statement, frame=frame, said=said)


def slightly_changed(
    statement: Statement, draws: Mapping[str, Draw], rng: random.Random
) -> Statement:
    """One thing comes, goes, is said otherwise or is another: a date, an amount, an actor."""
    optional = sorted(statement.sort.optional)
    absent = [slot for slot in optional if slot not in statement.said]
    present = [slot for slot in optional if slot in statement.said]
    said = dict(statement.said)
    chosen = rng.random()
    if absent and chosen < 0.3:
        slot = rng.choice(absent)
        said[slot] = _said(draws[slot](rng), rng)
    elif len(present) > 1 and chosen < 0.45:
        del said[rng.choice(present)]
    elif present and chosen < 0.7:
        slot = rng.choice(present)
        said[slot] = _said(draws[slot](rng), rng)
    elif said:
        slot = rng.choice(sorted(said))
        concept, way = said[slot]
        said[slot] = (concept, (way + 1) % len(concept))
    return replace(statement, said=said)


def resembling(
    statement: Statement, draws: Mapping[str, Draw], rng: random.Random, kept: Sequence[str]
) -> Statement:
    """Another statement in the same frame, of which only the slots ``kept`` say the same."""
    said = {
        slot: value if slot in kept else _said(draws[slot](rng), rng)
        for slot, value in statement.said.items()
    }
    return replace(statement, said=said)
