"""A plan from a file on this machine: a document, or what ``read_plan --json`` printed of one."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from pcp_scrutiny import documents
from pcp_scrutiny.documents import limits
from pcp_scrutiny.documents.commands import bytes_of
from plans.arrivals import read_file
from plans.comparison import Passage


@dataclass(frozen=True)
class PlanFile:
    name: str
    data: bytes
    passages: list[Passage]


def read(path: Path) -> PlanFile:
    """The paragraphs of a file. Raises CommandError with a sentence that names the file."""
    data = bytes_of(path)
    try:
        if _is_json(path, data):
            return PlanFile(path.name, data, _from_json(path.name, data))
        plan = read_file(data, path.name).plan
    except documents.Unreadable as problem:
        sentence = str(problem)
        named = sentence if path.name in sentence else f"{path.name}: {sentence}"
        raise CommandError(named) from problem
    return PlanFile(path.name, data, [Passage(p.label, p.heading, p.text) for p in plan.paragraphs])


def name(passage: Passage) -> str:
    """What a paragraph is called: its label, or the heading of an unnumbered part."""
    return passage.label or (passage.heading[-1] if passage.heading else "unnumbered text")


def _is_json(path: Path, data: bytes) -> bool:
    """By its name; under another name, by how it begins."""
    return path.suffix.lower() == ".json" or (
        data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"paragraphs"' in data
    )


def _from_json(name: str, data: bytes) -> list[Passage]:
    if len(data) > documents.MAX_BYTES:
        raise documents.Unreadable(limits.TOO_MUCH_TEXT)
    try:
        plan = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise CommandError(
            f"{name} is not JSON that can be read: print it anew with read_plan --json."
        ) from problem
    paragraphs = plan.get("paragraphs") if isinstance(plan, dict) else None
    if not isinstance(paragraphs, list):
        raise CommandError(_other_shape(name, 'it has no list of "paragraphs"'))
    passages = [_passage(name, number, p) for number, p in enumerate(paragraphs, start=1)]
    if not any(passage.text.strip() for passage in passages):
        raise CommandError(f"{name} has no paragraphs with text, so there is nothing to compare.")
    if (
        len(passages) > limits.MAX_BLOCKS
        or sum(len(p.text) for p in passages) > limits.MAX_CHARACTERS
    ):
        raise documents.Unreadable(limits.TOO_MUCH_TEXT)
    return passages


def _passage(name: str, number: int, value: Any) -> Passage:
    given = value if isinstance(value, dict) else {}
    label, heading, text = given.get("label") or "", given.get("heading") or [], given.get("text")
    if not isinstance(text, str) or not isinstance(label, str):
        what = f'entry {number} of "paragraphs" has no "text"'
        if isinstance(text, str):
            what = f'the "label" of entry {number} of "paragraphs" is no text'
        raise CommandError(_other_shape(name, what))
    if not isinstance(heading, list) or not all(isinstance(part, str) for part in heading):
        what = f'the "heading" of entry {number} of "paragraphs" is no list of texts'
        raise CommandError(_other_shape(name, what))
    return Passage(_printable(label).strip(), tuple(map(_printable, heading)), _printable(text))


def _printable(text: str) -> str:
    """Halves of characters, which JSON can hold, cannot be printed."""
    return text.encode("utf-8", "replace").decode()


def _other_shape(name: str, what: str) -> str:
    return f"{name} is not a plan as read_plan --json prints it: {what}."
