"""Four texts of different character, made up from a seed at any size.

- ``prose``: a plan as plans are mostly written, several sentences a paragraph, numbered through.
- ``list``: short entries under a line that introduces them, ``12(c)``.
- ``rules``: long clauses in set phrases, ``4.2.7``, much of each in common with all others.
- ``targets``: rows of a table read as text, a few words and figures each.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from . import particulars, terms, words
from .sorts import ENTRIES, LEADS, PROSE, REFERENCE_FRAMES, RULES, SET_PHRASES, TARGETS
from .statements import Draw, Sort, Statement, state
from .topics import TOPICS, Topic
from .words import Concept

# The share of paragraphs that are the text's set phrase.
_SET_SHARE = 0.015


@dataclass(frozen=True)
class Style:
    name: str
    sorts: Mapping[Sort, int]
    joiner: str
    sentences: tuple[int, ...]
    full: float  # the share of optional slots that are filled
    label: str  # how a paragraph's number is printed: "through", "letters", "deep" or "section"
    words: tuple[str, ...]  # what a reference calls a paragraph; empty: none refers to another


STYLES = {
    style.name: style
    for style in (
        Style("prose", PROSE, " ", (1, 1, 2, 2, 3, 3, 4, 5), 0.35, "through", ("paragraph",)),
        Style("list", ENTRIES, "; ", (1, 1, 1, 1, 2), 0.5, "letters", ()),
        Style("rules", RULES, " ", (1, 1, 2, 3), 0.6, "deep", ("section", "clause", "paragraph")),
        Style("targets", TARGETS, " / ", (1, 1, 1, 2), 0.5, "section", ()),
    )
}


@dataclass(eq=False)
class Line:
    """One paragraph: what it says, where it stands, and which earlier ones it comes from."""

    statements: list[Statement]
    section: int
    level: int = 0
    sources: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()  # which earlier paragraph each statement comes from; -1: none
    repeated: bool = False  # a set phrase, which no edit touches


class Author:
    """Writes statements for one text; the same seed writes the same."""

    def __init__(self, style: Style, size: int, rng: random.Random) -> None:
        self.style, self.rng = style, rng
        # The longer a text, the more names there are in it: each is used a few times.
        self.towns = _towns(20 + size // 25, rng)
        self.names = rng.sample(particulars.NAMES, min(20 + size // 5, len(particulars.NAMES)))

    def draws(self, section: int) -> dict[str, Draw]:
        """What fills each slot in a section: mostly things of its topic."""
        topic = TOPICS[section % len(TOPICS)]
        return {
            **_LISTS,
            "thing": partial(_thing, topic),
            "other": _of(terms.PARTIES if self.style.name == "rules" else words.ACTORS),
            "town": lambda rng: (f"in {rng.choice(self.towns)}",),
            "name": lambda rng: (rng.choice(self.names),),
            "form": lambda rng: (f"{rng.choice('ABCDEFGHKLMNPRSTVW')}{rng.randint(2, 99)}",),
            "sum": lambda rng: (str(rng.randint(12, 990)),),
            "count": lambda rng: (f"{rng.randint(15, 4200):,}",),
            "goal": lambda rng: (f"{rng.randint(10, 3900):,}",),
            "share": lambda rng: (str(rng.randint(11, 89)),),
            "year": lambda rng: (str(rng.randint(2021, 2026)),),
            "due": lambda rng: (
                rng.choice(("March", "September")) + f" {rng.randint(2027, 2030)}",
            ),
            "word": lambda rng: (rng.choice(self.style.words),),
        }

    def statement(self, section: int, sorts: Mapping[Sort, int] | None = None) -> Statement:
        sorts = sorts or self.style.sorts
        (of,) = self.rng.choices(list(sorts), weights=list(sorts.values()))
        return state(of, self.draws(section), self.rng, self.style.full)

    def statements(self, section: int) -> list[Statement]:
        count = self.rng.choice(self.style.sentences)
        return [self.statement(section) for _ in range(count)]

    def set_phrase(self) -> Statement:
        return Statement(Sort("set phrase", (SET_PHRASES[self.style.name],)), 0, {})

    def reference(self, targets: Sequence[int]) -> Statement:
        frames = REFERENCE_FRAMES["rules" if self.style.name == "rules" else "prose"]
        word = (self.rng.choice(self.style.words),)
        plural = (word[0] + "s",) if len(targets) > 1 else word
        return Statement(
            Sort("reference", frames), self.rng.randrange(2), {"word": (plural, 0)}, tuple(targets)
        )


def write(style: Style, size: int, rng: random.Random) -> tuple[Author, list[Line]]:
    """So many paragraphs, no two of them with the same words; some refer to others."""
    author = Author(style, size, rng)
    lines: list[Line] = []
    seen: set[str] = set()
    section, left, entries = 0, rng.randint(12, 24), 0
    while len(lines) < size:
        if left <= 0 and entries == 0:
            section, left = section + 1, rng.randint(12, 24)
        if style.label == "letters" and entries == 0:
            line, entries = Line([author.statement(section, LEADS)], section), rng.randint(3, 8)
        elif style.label == "letters":
            line, entries = Line(author.statements(section), section, level=1), entries - 1
        else:
            line = Line(author.statements(section), section)
        if rng.random() < _SET_SHARE and (line.level or style.label != "letters"):
            line.statements, line.repeated = [author.set_phrase()], True
        elif words_of(line, style) in seen:
            entries += line.level
            continue
        seen.add(words_of(line, style))
        left -= 1
        line.sources, line.parts = (len(lines),), (len(lines),) * len(line.statements)
        lines.append(line)
    if style.words:
        _refer(author, lines, rng)
    return author, lines


def words_of(line: Line, style: Style, label_of: Callable[[int], str] = str) -> str:
    return style.joiner.join(statement.text(label_of) for statement in line.statements)


def _refer(author: Author, lines: Sequence[Line], rng: random.Random) -> None:
    for line in lines:
        if rng.random() < 0.1 and not line.repeated:
            targets = sorted(rng.sample(range(len(lines)), rng.choice((1, 1, 2))))
            line.statements.append(author.reference(targets))
            line.parts += (line.sources[0],)


def _thing(topic: Topic, rng: random.Random) -> Concept:
    """Mostly of the topic; else a service for some group, or a thing of any topic."""
    chance = rng.random()
    if chance < 0.6:
        return rng.choice(topic.things)
    return rng.choice(particulars.SERVICES if chance < 0.95 else rng.choice(TOPICS).things)


def _matter(rng: random.Random) -> Concept:
    return rng.choice(terms.MATTERS if rng.random() < 0.4 else particulars.PAPERS)


def _of(concepts: Sequence[Concept]) -> Draw:
    return lambda rng: rng.choice(concepts)


_LISTS: dict[str, Draw] = {
    "actor": _of(words.ACTORS),
    "modal": _of(words.MODALS),
    "act": _of(words.ACTS),
    "place": _of(words.PLACES),
    "time": _of(words.TIMES),
    "why": _of(words.REASONS),
    "means": _of(words.MEANS),
    "people": _of(words.PEOPLE),
    "outcome": _of(words.OUTCOMES),
    "manner": _of(words.MANNERS),
    "party": _of(terms.PARTIES),
    "duty": _of(terms.DUTIES),
    "matter": _matter,
    "event": _of(terms.EVENTS),
    "period": _of(terms.PERIODS),
    "condition": _of(terms.CONDITIONS),
    "exception": _of(terms.EXCEPTIONS),
    "measure": _of(terms.MEASURES),
    "aim": _of(terms.AIMS),
    "unit": _of(terms.UNITS),
}


_FIRST = (
    "Ash Bram Carl Dun Elder Fern Gar Hart Ink Kel Lang Mar North Oak Pen Rush Sed Thorn Wick Yar"
)
_LAST = (
    "bourne bridge by combe dale field ford gate ham holm hurst leigh mere moor ness port stead"
    " ton wick worth"
)


def _towns(count: int, rng: random.Random) -> list[str]:
    names = [a + b for a in _FIRST.split() for b in _LAST.split() if a[-1] != b[0]]
    return rng.sample(names, min(count, len(names)))
