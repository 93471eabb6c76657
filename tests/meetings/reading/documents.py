"""Documents and words for the tests of reading minutes."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from meetings.reading import Minutes, read_minutes
from pcp_scrutiny import documents

LAYOUTS = Path(__file__).parent / "layouts"
REAL = Path(__file__).parents[4] / "shared" / "cases"


def read(text: str) -> Minutes:
    """Pasted text, read."""
    return read_minutes(documents.read_text(text))


def read_file(path: Path) -> Minutes:
    """A file, read."""
    return read_minutes(documents.read(path.read_bytes(), path.name))


def words(texts: Iterable[str]) -> Counter[str]:
    """The words, each as often as it stands there."""
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def kept(minutes: Minutes) -> Counter[str]:
    """Every word of what was read, wherever it was put."""
    own = [*minutes.header, *minutes.left_out]
    for item in minutes.items:
        own += [item.number, item.title, *item.purpose]
        own += [part for entry in item.entries for part in (entry.number, entry.text)]
    return words(own)


def outline(minutes: Minutes) -> list[str]:
    """Items and entries in short: "## 4. Title", "resolution 1 (a) That the report"."""
    found = []
    for item in minutes.items:
        found.append(f"## {item.number} {item.title}".rstrip())
        found += [f"{e.kind} {e.level} {e.number} {e.text}" for e in item.entries]
    return found


def of_kind(minutes: Minutes, kind: str) -> list[str]:
    """The text of the entries of a kind."""
    return [entry.text for item in minutes.items for entry in item.entries if entry.kind == kind]
