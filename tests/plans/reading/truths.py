"""Plans whose every paragraph is known, to be set in many ways and read back."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

_NOUNS = (
    "officers", "victims", "districts", "farmers", "harbours", "schools", "councils", "drivers",
    "volunteers", "neighbourhoods", "shopkeepers", "magistrates", "businesses", "residents",
    "investigators", "responsibilities", "organisations", "partnerships", "commissioners",
)  # fmt: skip
_VERBS = (
    "support", "protect", "visit", "consult", "train", "fund", "inspect", "answer", "publish",
    "measure", "review", "strengthen", "coordinate", "understand", "investigate", "challenge",
)  # fmt: skip
_MORE = (
    "across the county", "in every season", "with particular care", "before the winter",
    "where harm is greatest", "at a reasonable cost", "without unnecessary delay", "year by year",
    "in well-known places", "by day and by night", "after listening to the public",
)  # fmt: skip
_TITLES = (
    "Visible Policing", "Rural Crime", "Victims First", "Safer Roads", "Value for Money",
    "Listening to Young People", "Working Together", "Harbours and Rivers", "Cyber Crime",
    "Fair Treatment", "Burglary and Theft", "Night-time Safety",
)  # fmt: skip


@dataclass(frozen=True)
class Numbered:
    """A paragraph: ``label`` as cited; ``mark`` what stands before it in the list; ``depth`` from
    0; ``bullets`` of its own."""

    label: str
    text: str
    mark: str = ""
    depth: int = 0
    bullets: tuple[str, ...] = ()

    @property
    def read(self) -> str:
        """What a careful reader takes for its text."""
        return "\n".join([self.text, *(f"• {bullet}" for bullet in self.bullets)])


@dataclass(frozen=True)
class Section:
    """A heading, its level from 1, and what stands under it."""

    heading: str
    level: int
    paragraphs: tuple[Numbered, ...] = ()


@dataclass(frozen=True)
class Truth:
    """A plan as its author means it."""

    title: str
    sections: tuple[Section, ...] = field(repr=False)
    doubtful: list[str] = field(default_factory=list)
    """The labels about which something is to be said, in order."""

    def paragraphs(self) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Label, heading path and text of each paragraph."""
        path: list[str] = []
        for section in self.sections:
            path = [*path[: section.level - 1], section.heading]
            for paragraph in section.paragraphs:
                yield paragraph.label, tuple(path), paragraph.read


class Writer:
    """Writes sentences by chance, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def sentence(self, least: int = 1) -> str:
        """A sentence of one clause or more, with a full stop."""
        pick = self._chance.choice
        clauses = [
            f"the {pick(_NOUNS)} will {pick(_VERBS)} the {pick(_NOUNS)} {pick(_MORE)}"
            for _ in range(self._chance.randint(least, least + 2))
        ]
        return ", and ".join(clauses).capitalize() + "."

    def text(self) -> str:
        """One to five sentences."""
        return " ".join(self.sentence() for _ in range(self._chance.randint(1, 5)))

    def item(self) -> str:
        """What a list of bullets or letters says in one line or two."""
        pick = self._chance.choice
        return f"{pick(_VERBS)} the {pick(_NOUNS)} {pick(_MORE)}"


def through(seed: int = 1, chapters: int = 3) -> Truth:
    """Paragraphs numbered 1, 2, 3 through the whole plan, with lettered and roman parts."""
    writer, sections, number = Writer(seed), [_foreword(seed)], 0
    for chapter in range(chapters):
        sections.append(Section(_TITLES[(2 * chapter) % len(_TITLES)], 1))
        for part in ("Our Aims", "What We Will Do"):
            found: list[Numbered] = []
            for turn in range(4):
                number += 1
                plain = Numbered(str(number), writer.text(), f"{number}.")
                if turn == 2 and part == "Our Aims":
                    found += _lettered(writer, number)
                elif turn == 1:
                    bullets = tuple(writer.item() for _ in range(3))
                    lead = "The police will do these things:"
                    found.append(Numbered(plain.label, lead, plain.mark, bullets=bullets))
                else:
                    found.append(plain)
            sections.append(Section(part, 2, tuple(found)))
    return Truth("Northmoor Police and Crime Plan 2027", tuple(sections))


def decimal(seed: int = 2) -> Truth:
    """Numbered headings, and paragraphs numbered under them: 2, 2.1, 2.1.3."""
    writer, sections = Writer(seed), [_foreword(seed)]
    for chapter in (1, 2, 3):
        sections.append(Section(f"{chapter} {_TITLES[chapter]}", 1))
        for part in (1, 2):
            under = f"{chapter}.{part}"
            heading = f"{under} {_TITLES[3 * chapter + part]}"
            numbered = (f"{under}.{n}" for n in (1, 2, 3, 4))
            found = tuple(Numbered(label, writer.text(), label) for label in numbered)
            sections.append(Section(heading, 2, found))
    return Truth("Northmoor Police and Crime Plan 2028", tuple(sections))


def unnumbered(seed: int = 5) -> Truth:
    """Headings and prose, and no numbers at all."""
    writer = Writer(seed)
    sections = [
        Section(title, 1, tuple(Numbered("", writer.text()) for _ in range(4)))
        for title in _TITLES[:4]
    ]
    return Truth("Northmoor Police and Crime Plan 2029", (_foreword(seed), *sections))


def restarting(seed: int = 4) -> Truth:
    """Numbers that begin again in each chapter, and an annex with numbers of its own."""
    writer, sections = Writer(seed), [_foreword(seed)]
    for title in _TITLES[:3]:
        found = tuple(Numbered(str(n), writer.text(), f"{n}.") for n in range(1, 6))
        sections.append(Section(title, 1, found))
    annex = tuple(Numbered(f"A{n}", writer.text(), f"A{n}.") for n in range(1, 5))
    sections.append(Section("Annex A: Measures", 1, annex))
    return Truth("Northmoor Police and Crime Plan 2030", tuple(sections), ["1", "1"])


def _foreword(seed: int) -> Section:
    writer = Writer(seed + 1000)
    return Section("Foreword", 1, tuple(Numbered("", writer.text()) for _ in range(3)))


def _lettered(writer: Writer, number: int) -> list[Numbered]:
    found = [Numbered(str(number), "The Commissioner will see to it that they:", f"{number}.")]
    for letter in "abc":
        label = f"{number}({letter})"
        ends = {"a": ";", "b": "; and", "c": ":"}[letter]
        found.append(Numbered(label, writer.item() + ends, f"({letter})", 1))
    for roman, ends in (("i", ";"), ("ii", "; and"), ("iii", ".")):
        label = f"{number}(c)({roman})"
        found.append(Numbered(label, writer.item() + ends, f"({roman})", 2))
    return found


ALL = {
    "through": through(),
    "decimal": decimal(),
    "unnumbered": unnumbered(),
    "restarting": restarting(),
}
