"""Documents as the readers of files give them, and what to look at in a plan."""

from pcp_scrutiny.documents import Block, Document
from plans.reading import PlanText


def text(words: str, title: str = "") -> Document:
    """A document as pasted text becomes: blocks by blank lines, line breaks kept."""
    blocks = tuple(Block(block.strip("\n")) for block in words.split("\n\n") if block.strip())
    return Document(title or words.strip().split("\n")[0], "text/plain", blocks)


def word(*blocks: Block, title: str = "") -> Document:
    return Document(title, "application/x-word", blocks)


def labels(plan: PlanText) -> list[str]:
    return [p.label for p in plan.paragraphs]


def labelled(plan: PlanText) -> dict[str, str]:
    return {p.label: p.text for p in plan.paragraphs if p.label}


def unsure(plan: PlanText) -> dict[str, str]:
    return {p.label: p.unsure for p in plan.paragraphs if p.unsure}


def cell(words: str, row: int, column: int, table: int = 1) -> Block:
    return Block(words, "cell", table=table, row=row, column=column)
