"""What parts of a pack are called: bookmarks, headings, destinations."""

import re
from collections.abc import Iterator
from itertools import pairwise

PART = re.compile(r"#?(paper-\d+)(?:[-./#]\S*)?")
"""The name of a part, alone or before that of something in it."""
MARKS = re.compile(r"^#+\s+")
"""What makes a line a heading in typed text."""


def as_called(line: str) -> str:
    """A line as it is compared: by all its characters, but for how wide the gaps are."""
    return " ".join(MARKS.sub("", line).split())


def called(text: str) -> Iterator[str]:
    """What a piece of a file may be called, or call something: each of its lines, also where it
    goes on over two."""
    lines = [line for each in text.splitlines() if (line := " ".join(each.split()))]
    yield from lines
    yield from (f"{first} {second}" for first, second in pairwise(lines))
    if len(lines) == 1 and (part := PART.fullmatch(lines[0])):
        yield part[1]
