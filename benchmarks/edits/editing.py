"""Edits of which it is known what became of what.

    edited = revise("prose", 300, "heavy", seed=1)

A recipe says how many of each edit are made per 100 paragraphs. Most paragraphs take part in
one edit; the combined ones ("move reworded", "split moved") are edits of their own. Afterwards
everything is numbered anew and references follow what they refer to.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from plans.comparison import Kind, Passage

from .labelling import labelled
from .recipes import RECIPES
from .rewording import extended, heavily, lightly, remade
from .texts import STYLES, Author, Line, write

# The share of the sections that have another heading afterwards.
RENAMED = 0.12

Link = tuple[int, int]
Sides = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass
class Edited:
    """Both versions, and what really became of what.

    ``kinds`` has every paragraph of both versions, in the sense of ``plans.comparison.Change``;
    ``edits`` names the edit that was made to those that took part in one; ``moved`` are the
    earlier paragraphs that were put elsewhere.
    """

    earlier: list[Passage]
    later: list[Passage]
    kinds: dict[Sides, Kind]
    edits: dict[Sides, str]
    moved: set[int] = field(default_factory=set)

    @property
    def links(self) -> set[Link]:
        return {(i, j) for olds, news in self.kinds for i in olds for j in news}


@lru_cache(maxsize=64)
def revise(text: str, size: int, recipe: str = "light", seed: int = 1) -> Edited:
    """A text of that style and size, and its edited version; the same arguments give the same."""
    name = f"{text} {size} {recipe} {seed}"
    rng = random.Random(zlib.crc32(name.encode()))
    author, lines = write(STYLES[text], size, rng)
    return Editor(author, lines, rng).edit(RECIPES[recipe])


@lru_cache(maxsize=16)
def drafts(
    text: str, size: int, recipe: str = "light", steps: int = 3, seed: int = 1
) -> list[Edited]:
    """A text revised several times: what one step makes, the next begins with."""
    rng = random.Random(zlib.crc32(f"{text} {size} {recipe} {steps} {seed}".encode()))
    editor = Editor(*write(STYLES[text], size, rng), rng)
    found = [editor.edit(RECIPES[recipe])]
    while len(found) < steps:
        editor = editor.again()
        found.append(editor.edit(RECIPES[recipe]))
    return found


class Editor:
    def __init__(
        self,
        author: Author,
        lines: Sequence[Line],
        rng: random.Random,
        renamed: Set[int] = frozenset(),
    ) -> None:
        self.author, self.rng, self.style = author, rng, author.style
        self.earlier, self.lines = list(lines), list(lines)
        self.edits: dict[int, str] = {}  # the edit that each earlier paragraph took part in
        self.moved: set[int] = set()
        sections = sorted({line.section for line in lines})
        self.were_renamed = renamed
        self.renamed = renamed | {section for section in sections if rng.random() < RENAMED}
        self.referred = {t for line in lines for s in line.statements for t in s.targets}

    def edit(self, recipe: Mapping[str, float]) -> Edited:
        for name, per_hundred in recipe.items():
            first, *more = name.split()
            for _ in range(self._times(per_hundred)):
                getattr(self, f"_{first}")(name, set(more))
        return labelled(self)

    def again(self) -> Editor:
        """To edit further what this one made."""
        place_of = self.first_places()
        lines = []
        for j, line in enumerate(self.lines):
            statements = [
                replace(s, targets=tuple(place_of[i] for i in s.targets)) for s in line.statements
            ]
            parts = (j,) * len(statements)
            lines.append(replace(line, statements=statements, sources=(j,), parts=parts))
        return Editor(self.author, lines, self.rng, self.renamed)

    def first_places(self) -> dict[int, int]:
        """Where each earlier paragraph is now, or the first of what it became."""
        places: dict[int, int] = {}
        for j, line in enumerate(self.lines):
            for i in line.sources:
                places.setdefault(i, j)
        return places

    def _times(self, per_hundred: float) -> int:
        exact = per_hundred * len(self.earlier) / 100
        return int(exact) + (self.rng.random() < exact % 1)

    # Each edit takes its name and what else is done at the same time.

    def _reword(self, name: str, more: set[str]) -> None:
        at = self._free()
        if at is not None:
            self._done(name, self.lines[at])
            self.lines[at] = self._also(self.lines[at], more or {"lightly"})

    def _move(self, name: str, more: set[str]) -> None:
        """One paragraph, or with "block" a run of them, further away than it is long."""
        length = self.rng.randint(2, 5) if "block" in more else 1
        at = self._free(length)
        if at is None:
            return
        run = self.lines[at : at + length]
        for line in run:
            self._done(name, line)
            self.moved.update(line.sources)
        del self.lines[at : at + length]
        self._put([self._also(line, more) for line in run], away_from=at)

    def _split(self, name: str, more: set[str]) -> None:
        at = self._free(suits=lambda line: _sentences(line) >= 2)
        if at is None:
            return
        line = self.lines[at]
        self._done(name, line)
        # A reference stays behind the last sentence: alone it would say nothing.
        sentences = _sentences(line)
        count = 3 if sentences >= 4 and self.rng.random() < 0.4 else 2
        cuts = sorted(self.rng.sample(range(1, sentences), count - 1))
        bounds = [0, *cuts, len(line.statements)]
        pieces = [self._also(self._part(line, a, b), more) for a, b in pairwise(bounds)]
        if "moved" in more:
            self.lines[at : at + 1] = pieces[:1]
            self._put(pieces[1:], away_from=at)
        else:
            self.lines[at : at + 1] = pieces

    def _merge(self, name: str, more: set[str]) -> None:
        """Neighbours, sometimes three; with "moved" one that was far away joins the other."""
        length = 3 if self.rng.random() < 0.25 else 2
        if "moved" in more:
            length = 1
        at = self._free(length)
        if at is None:
            return
        run = self.lines[at : at + length]
        for line in run:
            self._done(name, line)
        if "moved" in more:
            other = self._free(suits=lambda line: line.level == run[0].level)
            if other is None:
                return
            run.append(self.lines[other])
            self._done(name, run[1])
            self.moved.update(run[1].sources)
        joined = Line(
            [s for line in run for s in line.statements],
            run[0].section,
            run[0].level,
            tuple(sorted(i for line in run for i in line.sources)),
            tuple(part for line in run for part in line.parts),
        )
        place = self.lines.index(run[0])
        self.lines[place] = self._also(joined, more)
        self.lines = [line for line in self.lines if line not in run[1:]]

    def _insert(self, name: str, more: set[str]) -> None:  # noqa: ARG002
        """New words, or with "alike" ones that resemble a paragraph that stays as it was."""
        at = self.rng.randint(1, len(self.lines))
        level = self.lines[at - 1].level
        section = self.lines[at - 1].section
        if "alike" in more:
            model = self._free()
            if model is None:
                return
            self._done("model", self.lines[model])
            line = remade(self.author, self.lines[model])
        else:
            statements = self.author.statements(section)
            line = Line(statements, section, level, (), (-1,) * len(statements))
        self.lines.insert(at, line)

    def _delete(self, name: str, more: set[str]) -> None:  # noqa: ARG002
        at = self._free(suits=lambda line: line.sources[0] not in self.referred)
        if at is not None:
            self._done(name, self.lines[at])
            del self.lines[at]

    # What they stand on.

    def _also(self, line: Line, more: set[str]) -> Line:
        if "reworded" in more or "lightly" in more:
            line = lightly(self.author, line)
        if "heavily" in more:
            line = heavily(self.author, line)
        if "extended" in more:
            line = extended(self.author, line)
        return line

    def _done(self, name: str, line: Line) -> None:
        for i in line.sources:
            self.edits[i] = name

    def _free(self, length: int = 1, suits: Callable[[Line], bool] | None = None) -> int | None:
        """Where a run of so many paragraphs of one level starts that no edit has touched."""
        for _ in range(400):
            at = self.rng.randrange(len(self.lines) - length + 1)
            run = self.lines[at : at + length]
            if all(self._untouched(line) and line.level == run[0].level for line in run) and (
                suits is None or all(suits(line) for line in run)
            ):
                return at
        return None

    def _untouched(self, line: Line) -> bool:
        # The line that introduces entries stays before them.
        leads = self.style.label == "letters" and line.level == 0
        untouched = bool(line.sources) and line.sources[0] not in self.edits
        return untouched and not leads and not line.repeated

    def _put(self, run: Sequence[Line], *, away_from: int) -> None:
        least = 6 + 4 * len(run)
        places = [n for n in range(1, len(self.lines) + 1) if abs(n - away_from) > least]
        at = self.rng.choice(places or [len(self.lines)])
        # Copies: the earlier version keeps its lines as they were.
        section = self.lines[at - 1].section
        self.lines[at:at] = [replace(line, section=section) for line in run]

    @staticmethod
    def _part(line: Line, first: int, last: int) -> Line:
        parts = line.parts[first:last]
        return Line(
            line.statements[first:last], line.section, line.level, tuple(sorted(set(parts))), parts
        )


def _sentences(line: Line) -> int:
    return sum(not statement.targets for statement in line.statements)
