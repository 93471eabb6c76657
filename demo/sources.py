"""Reads the demo's own texts: the two plans and the letter, kept as plain text beside this module.

The markup is described in README.md. It is only for these files; what people upload is read by
``pcp_scrutiny.documents``.
"""

import re
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent / "text"
NUMBERED = re.compile(r"(\d+)\. (.+)", re.DOTALL)
SUB_PARAGRAPH = re.compile(r"\(([a-z])\) (.+)")
SECTION = re.compile(r"([A-Z])\. (.+)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, sub-paragraph or lettered section of a plan, in the plan's order.

    ``label`` is normalised (``12``, ``12(b)``, ``52 F``) and empty where the plan gives none;
    ``key`` is then the last heading and the place under it (``Foreword 4``).
    """

    key: str
    label: str
    heading: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PlanSource:
    title: str
    subtitle: str
    author: str
    passages: tuple[Passage, ...]

    def __getitem__(self, key: str) -> Passage:
        for passage in self.passages:
            if passage.key == key:
                return passage
        raise KeyError(key)

    def __contains__(self, key: str) -> bool:
        return any(passage.key == key for passage in self.passages)


@dataclass(frozen=True, slots=True)
class LetterSource:
    """``pairs`` are each the panel's point and the paragraphs that answer it, ``**`` kept."""

    opening: tuple[str, ...]
    pairs: tuple[tuple[str, tuple[str, ...]], ...]
    closing: tuple[str, ...]


def plan(name: str) -> PlanSource:
    first, *blocks = _blocks(name)
    about = dict(line.split(": ", 1) for line in first.splitlines())
    heading: tuple[str, ...] = ()
    unnumbered = 0
    passages: list[Passage] = []
    for block in blocks:
        if block.startswith("#"):
            marks, words = block.split(" ", 1)
            heading = (*heading[: len(marks) - 1], words)
            unnumbered = 0
        elif numbered := NUMBERED.fullmatch(block):
            passages += _numbered(numbered[1], numbered[2], heading)
        else:
            unnumbered += 1
            passages.append(Passage(f"{heading[-1]} {unnumbered}", "", heading, block))
    return PlanSource(about["title"], about["subtitle"], about["author"], tuple(passages))


def letter(name: str = "response-letter") -> LetterSource:
    blocks = _blocks(name)
    first = next(i for i, block in enumerate(blocks) if block.startswith("- "))
    end = blocks.index("---")
    pairs: list[tuple[str, tuple[str, ...]]] = []
    for block in blocks[first:end]:
        if block.startswith("- "):
            pairs.append((block.removeprefix("- "), ()))
        else:
            point, answer = pairs.pop()
            pairs.append((point, (*answer, block)))
    return LetterSource(tuple(blocks[:first]), tuple(pairs), tuple(blocks[end + 1 :]))


def _blocks(name: str) -> list[str]:
    return (TEXTS / f"{name}.md").read_text(encoding="utf-8").strip().split("\n\n")


def _numbered(number: str, body: str, heading: tuple[str, ...]) -> list[Passage]:
    first, *rest = (line.strip() for line in body.splitlines())
    passages = [Passage(number, number, heading, first)]
    for line in rest:
        if found := SUB_PARAGRAPH.fullmatch(line):
            label = f"{number}({found[1]})"
        elif found := SECTION.fullmatch(line):
            label = f"{number} {found[1]}"
        else:
            raise ValueError(f"Paragraph {number}: a line without a letter: {line[:40]}")
        passages.append(Passage(label, label, heading, found[2]))
    return passages
